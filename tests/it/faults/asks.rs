//! What is asked for, each with the operation on which the wire breaks.

use sagescope::domain::{Holder, Text};
use sagescope::edit::Call;
use sagescope::service::{RawOf, Read, Request};

use crate::adapter::{app_key, domain_id, list, name, reads, space_key, user_profile_key};

/// A request, and the operation that breaks on its way.
#[derive(Debug, Clone)]
pub struct Ask {
    pub operation: &'static str,
    pub request: Request,
}

impl Ask {
    fn read(operation: &'static str, read: Read) -> Self {
        Self { operation, request: Request::Read(read) }
    }
}

/// All reads. Where one takes several operations, there is one of each.
pub fn all_reads() -> Vec<Ask> {
    let aliases = |instead: Option<&str>| Read::Aliases {
        image: name(),
        versions: None,
        instead: instead.map(|alias| [Text::from(alias)].into()),
    };
    let since = jiff::Timestamp::UNIX_EPOCH;
    let mut asks: Vec<_> = reads().map(|(operation, request)| Ask { operation, request }).collect();
    asks.extend([
        Ask { operation: "ListImages", request: list() },
        Ask::read("ListImages", Read::Changed { since, after: None }),
        Ask::read("DescribeImage", Read::Describe(name())),
        Ask::read("GetCallerIdentity", Read::WhoAmI),
        Ask::read("ListImageVersions", aliases(None)),
        Ask::read("DescribeImage", Read::Tags { image: name(), arn: None }),
    ]);
    asks
}

/// The reads of answers as they came.
pub fn raw_reads() -> Vec<Ask> {
    let of = |of: RawOf| Ask::read(of.operation(), Read::Raw(of));
    vec![
        of(RawOf::Image(name())),
        of(RawOf::Version(name(), 1)),
        of(RawOf::Holder(Holder::Domain(domain_id()))),
        of(RawOf::Holder(Holder::UserProfile(user_profile_key()))),
        of(RawOf::Holder(Holder::Space(space_key()))),
        of(RawOf::Holder(Holder::App(app_key()))),
        of(RawOf::AppImageConfig("kernel".into())),
    ]
}

/// One of each write.
pub fn all_writes() -> Vec<Ask> {
    let calls = Call::one_of_each(&name()).into_iter();
    calls.map(|call| Ask { operation: call.operation(), request: Request::Write(call) }).collect()
}
