//! Which alias stands for which version: no operation tells it in one answer.
//!
//! ```text
//! ListImageVersions (where the versions are not known) ┐
//! ListAliases (all names)                              ┴─► ListAliases per version │ DescribeImageVersion per alias
//!   └─ denied, and there are names to ask for instead ───────────────────────────►  DescribeImageVersion per alias
//!                                                            └─ none is found ──►  DescribeImage: has it vanished?
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::at_once::each;
use super::{describe_image, describe_image_version, list_aliases, list_image_versions};
use crate::aws::session::SdkSession;
use crate::domain::{AliasMap, Failure, FailureClass, ImageName, Text};
use crate::service::{Answer, Reply};

/// Most characters of an alias.
const MOST_CHARS: usize = 128;

/// The aliases of `image`, which has these `versions`, as far as they are known. Where ListAliases is
/// denied, those of `instead` are asked for one by one; where there are none, that is the failure.
pub(super) async fn ask(
    session: &SdkSession,
    image: &ImageName,
    versions: Option<BTreeSet<u32>>,
    instead: Option<BTreeSet<Text>>,
) -> Reply {
    let map = AliasMap::none(image.clone());
    let mut known = Known { session, versions, map, finds_nothing: false };
    let names = if known.versions.is_some() {
        list_aliases::all(session, image, None).await
    } else {
        let numbers = list_image_versions::numbers(session, image);
        let (listed, names) = tokio::join!(numbers, list_aliases::all(session, image, None));
        known.list(listed)?;
        names
    };
    match (names, instead) {
        (Ok(names), _) => known.resolve(&names).await?,
        (Err(failure), Some(instead)) if failure.class == FailureClass::Denied => {
            known.ask_each(instead.iter().map(Text::as_str)).await?;
            known.map.asked = Some(instead);
        }
        (Err(failure), _) => return Err(failure),
    }
    if known.finds_nothing {
        known.refuse_vanished().await?;
    }
    Ok(Answer::Aliases(Box::new(known.finish())))
}

/// What is known so far.
struct Known<'session> {
    session: &'session SdkSession,
    /// The versions of the image; nothing where they may not be listed.
    versions: Option<BTreeSet<u32>>,
    map: AliasMap,
    /// Whether aliases were asked for and not one was found, as is so where the image has vanished.
    finds_nothing: bool,
}

impl Known<'_> {
    /// Takes what ListImageVersions said. Where that is denied, the aliases can still be asked for.
    fn list(&mut self, listed: Result<(BTreeSet<u32>, Option<Text>), Failure>) -> Result<(), Failure> {
        match listed {
            Ok((numbers, arn)) => (self.versions, self.map.image_arn) = (Some(numbers), arn),
            Err(failure) if failure.class == FailureClass::Denied => {}
            Err(failure) => return Err(failure),
        }
        Ok(())
    }

    /// Finds the holder of each of `names`, in as few calls as it takes. Where that way is denied, the other
    /// one may not be: to describe a version and to list its aliases are permissions of their own.
    async fn resolve(&mut self, names: &BTreeSet<String>) -> Result<(), Failure> {
        let Some(versions) = self.versions.clone() else {
            return self.ask_each(askable(names)).await;
        };
        let is_fewer = names.len() < versions.len() && askable(names).count() == names.len();
        let asked = if is_fewer {
            self.ask_each(askable(names)).await
        } else {
            self.ask_each_version(&versions, names).await
        };
        match asked {
            Err(failure) if failure.class == FailureClass::Denied && is_fewer => {
                self.ask_each_version(&versions, names).await
            }
            Err(failure) if failure.class == FailureClass::Denied => self.ask_each(askable(names)).await,
            asked => asked,
        }
    }

    /// Asks each version for its aliases. What was moved meanwhile is found with two versions or with none,
    /// as is what a version holds that was made since; such aliases are asked for by themselves.
    async fn ask_each_version(
        &mut self,
        versions: &BTreeSet<u32>,
        names: &BTreeSet<String>,
    ) -> Result<(), Failure> {
        let (session, image) = (self.session, &self.map.image);
        let asked = each(versions.iter().copied(), |version| async move {
            let aliases = unless_gone(list_aliases::all(session, image, Some(version)).await)?;
            Ok((version, aliases))
        });
        let asked = asked.await?;
        let mut holders: BTreeMap<&str, Vec<u32>> = names.iter().map(|it| (it.as_str(), vec![])).collect();
        let mut there = BTreeSet::new();
        for (version, aliases) in &asked {
            let Some(aliases) = aliases else { continue };
            there.insert(*version);
            for alias in aliases {
                holders.entry(alias).or_default().push(*version);
            }
        }
        self.versions = Some(there);
        let mut open = Vec::new();
        for (alias, held) in holders {
            match held[..] {
                [holder] => _ = self.map.holders.insert(Text::clean(alias), holder),
                _ if is_askable(alias) => open.push(alias),
                _ => {}
            }
        }
        self.ask_each(open.into_iter()).await
    }

    /// Asks for the holder of each of `aliases`. One that is not found stands for no version.
    async fn ask_each<'a>(&mut self, aliases: impl Iterator<Item = &'a str> + Send) -> Result<(), Failure> {
        let (session, image) = (self.session, &self.map.image);
        let asked = each(aliases, |alias| async move {
            Ok((alias, describe_image_version::holder(session, image, alias).await?))
        });
        let asked = asked.await?;
        self.finds_nothing = !asked.is_empty() && self.map.holders.is_empty();
        for (alias, holder) in asked {
            let Some(holder) = holder else { continue };
            self.finds_nothing = false;
            self.map.holders.insert(Text::clean(alias), holder.number);
            self.map.image_arn = self.map.image_arn.take().or(holder.image_arn);
        }
        Ok(())
    }

    /// Fails where the image has vanished: the service says no more of an alias then than that it is not
    /// found. Who may not describe the image can't tell.
    async fn refuse_vanished(&mut self) -> Result<(), Failure> {
        match describe_image::image(self.session, &self.map.image).await {
            Ok(image) => self.map.image_arn = self.map.image_arn.take().or(image.arn),
            Err(failure) if failure.class == FailureClass::Denied => {}
            Err(failure) => return Err(failure),
        }
        Ok(())
    }

    fn finish(mut self) -> AliasMap {
        self.map.versions = self.versions.unwrap_or_default();
        self.map.versions.extend(self.map.holders.values());
        self.map
    }
}

/// What was read of something that may have vanished meanwhile.
fn unless_gone<T>(read: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match read {
        Err(failure) if failure.class == FailureClass::NotFound => Ok(None),
        read => read.map(Some),
    }
}

fn askable(names: &BTreeSet<String>) -> impl Iterator<Item = &str> {
    names.iter().map(String::as_str).filter(|alias| is_askable(alias))
}

/// Whether the service takes it as an alias, so that it can be asked for.
fn is_askable(alias: &str) -> bool {
    let is_fit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=MOST_CHARS).contains(&alias.len()) && alias.chars().all(is_fit)
}
