//! Where the person has been lately.

use crate::domain::Text;

/// Profiles and regions, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recent {
    /// Profiles.
    pub profiles: Vec<Text>,
    /// Regions.
    pub regions: Vec<Text>,
}

impl Recent {
    /// As many of each are remembered.
    pub const MOST: usize = 12;

    /// Notes a visit; tells whether that changed anything.
    pub fn visit(&mut self, profile: Option<&Text>, region: Option<&Text>) -> bool {
        let profiles = profile.is_some_and(|profile| put_first(&mut self.profiles, profile));
        let regions = region.is_some_and(|region| put_first(&mut self.regions, region));
        profiles || regions
    }
}

fn put_first(list: &mut Vec<Text>, one: &Text) -> bool {
    if list.first() == Some(one) {
        return false;
    }
    list.retain(|other| other != one);
    list.insert(0, one.clone());
    list.truncate(Recent::MOST);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_is_first_and_nothing_is_there_twice() {
        let mut recent = Recent::default();
        for region in ["a", "b", "a", "a"] {
            recent.visit(None, Some(&region.into()));
        }
        assert_eq!(recent.regions, ["a".into(), "b".into()]);
        assert!(!recent.visit(None, Some(&"a".into())));
        for number in 0..100 {
            recent.visit(Some(&format!("p{number}").as_str().into()), None);
        }
        assert_eq!((recent.profiles.len(), recent.profiles[0].as_str()), (Recent::MOST, "p99"));
    }
}
