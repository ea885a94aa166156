//! AWS's partitions and their regions, as AWS publishes them. A region that is not here yet can be
//! typed all the same.

/// A set of regions with accounts of its own: one can't be reached with the keys of another.
#[derive(Debug, PartialEq, Eq)]
pub struct Partition {
    /// Its id, as in ARNs.
    pub id: &'static str,
    /// How the names of its regions begin; nothing for the commercial one, which takes the rest.
    prefix: &'static str,
    /// Where its console is.
    console: Console,
    /// Its regions: name, and where that is.
    pub regions: &'static [(&'static str, &'static str)],
}

/// The host of a console, as far as AWS publishes it.
#[derive(Debug, PartialEq, Eq)]
enum Console {
    /// One a region: the region stands before this.
    Regional(&'static str),
    /// One for all regions.
    Single(&'static str),
    /// None is published.
    Unpublished,
}

impl Partition {
    /// The partition that `region` is in; where none is known, the commercial one.
    #[must_use]
    pub fn of(region: Option<&str>) -> &'static Self {
        let has =
            |it: &&Self| !it.prefix.is_empty() && region.is_some_and(|name| name.starts_with(it.prefix));
        PARTITIONS.iter().find(has).unwrap_or(&COMMERCIAL)
    }

    /// The partition of that id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        [&COMMERCIAL].into_iter().chain(PARTITIONS).find(|it| it.id == id)
    }

    /// The host of its console for services that have no regions; nothing where AWS publishes none.
    #[must_use]
    pub fn global_console_host(&self) -> Option<&'static str> {
        match self.console {
            Console::Regional(host) | Console::Single(host) => Some(host),
            Console::Unpublished => None,
        }
    }

    /// The host of its console for `region`; nothing where AWS publishes none.
    #[must_use]
    pub fn console_host(&self, region: &str) -> Option<String> {
        match self.console {
            Console::Regional(domain) => Some([region, ".", domain].concat()),
            Console::Single(host) => Some(host.to_owned()),
            Console::Unpublished => None,
        }
    }
}

const COMMERCIAL: Partition = Partition {
    id: "aws",
    prefix: "",
    console: Console::Regional("console.aws.amazon.com"),
    regions: &[
        ("af-south-1", "Africa (Cape Town)"),
        ("ap-east-1", "Asia Pacific (Hong Kong)"),
        ("ap-east-2", "Asia Pacific (Taipei)"),
        ("ap-northeast-1", "Asia Pacific (Tokyo)"),
        ("ap-northeast-2", "Asia Pacific (Seoul)"),
        ("ap-northeast-3", "Asia Pacific (Osaka)"),
        ("ap-south-1", "Asia Pacific (Mumbai)"),
        ("ap-south-2", "Asia Pacific (Hyderabad)"),
        ("ap-southeast-1", "Asia Pacific (Singapore)"),
        ("ap-southeast-2", "Asia Pacific (Sydney)"),
        ("ap-southeast-3", "Asia Pacific (Jakarta)"),
        ("ap-southeast-4", "Asia Pacific (Melbourne)"),
        ("ap-southeast-5", "Asia Pacific (Malaysia)"),
        ("ap-southeast-6", "Asia Pacific (New Zealand)"),
        ("ap-southeast-7", "Asia Pacific (Thailand)"),
        ("ca-central-1", "Canada (Central)"),
        ("ca-west-1", "Canada West (Calgary)"),
        ("eu-central-1", "Europe (Frankfurt)"),
        ("eu-central-2", "Europe (Zurich)"),
        ("eu-north-1", "Europe (Stockholm)"),
        ("eu-south-1", "Europe (Milan)"),
        ("eu-south-2", "Europe (Spain)"),
        ("eu-west-1", "Europe (Ireland)"),
        ("eu-west-2", "Europe (London)"),
        ("eu-west-3", "Europe (Paris)"),
        ("il-central-1", "Israel (Tel Aviv)"),
        ("me-central-1", "Middle East (UAE)"),
        ("me-south-1", "Middle East (Bahrain)"),
        ("mx-central-1", "Mexico (Central)"),
        ("sa-east-1", "South America (São Paulo)"),
        ("us-east-1", "US East (N. Virginia)"),
        ("us-east-2", "US East (Ohio)"),
        ("us-west-1", "US West (N. California)"),
        ("us-west-2", "US West (Oregon)"),
    ],
};

/// All but the commercial one.
const PARTITIONS: &[Partition] = &[
    Partition {
        id: "aws-cn",
        prefix: "cn-",
        console: Console::Regional("console.amazonaws.cn"),
        regions: &[("cn-north-1", "China (Beijing)"), ("cn-northwest-1", "China (Ningxia)")],
    },
    Partition {
        id: "aws-us-gov",
        prefix: "us-gov-",
        console: Console::Single("console.amazonaws-us-gov.com"),
        regions: &[("us-gov-east-1", "AWS GovCloud (US-East)"), ("us-gov-west-1", "AWS GovCloud (US-West)")],
    },
    Partition {
        id: "aws-eusc",
        prefix: "eusc-",
        console: Console::Unpublished,
        regions: &[("eusc-de-east-1", "AWS European Sovereign Cloud (Germany)")],
    },
    Partition {
        id: "aws-iso",
        prefix: "us-iso-",
        console: Console::Unpublished,
        regions: &[("us-iso-east-1", "US ISO East"), ("us-iso-west-1", "US ISO West")],
    },
    Partition {
        id: "aws-iso-b",
        prefix: "us-isob-",
        console: Console::Unpublished,
        regions: &[("us-isob-east-1", "US ISOB East (Ohio)"), ("us-isob-west-1", "US ISOB West")],
    },
    Partition {
        id: "aws-iso-e",
        prefix: "eu-isoe-",
        console: Console::Unpublished,
        regions: &[("eu-isoe-west-1", "EU ISOE West")],
    },
    Partition {
        id: "aws-iso-f",
        prefix: "us-isof-",
        console: Console::Unpublished,
        regions: &[("us-isof-east-1", "US ISOF East"), ("us-isof-south-1", "US ISOF South")],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_found_in_its_partition() {
        for partition in PARTITIONS.iter().chain([&COMMERCIAL]) {
            for (region, _) in partition.regions {
                assert_eq!(Partition::of(Some(region)), partition, "{region}");
            }
        }
        assert_eq!(Partition::of(Some("us-new-9")).id, "aws");
        assert_eq!(Partition::of(None).id, "aws");
    }

    #[test]
    fn each_partition_has_the_console_that_is_published_for_it() {
        for (region, host) in [
            ("eu-west-1", Some("eu-west-1.console.aws.amazon.com")),
            ("cn-north-1", Some("cn-north-1.console.amazonaws.cn")),
            ("us-gov-west-1", Some("console.amazonaws-us-gov.com")),
            ("eusc-de-east-1", None),
            ("us-iso-east-1", None),
            ("us-isob-east-1", None),
            ("eu-isoe-west-1", None),
            ("us-isof-south-1", None),
        ] {
            assert_eq!(Partition::of(Some(region)).console_host(region).as_deref(), host, "{region}");
        }
    }
}
