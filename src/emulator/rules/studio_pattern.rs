//! The patterns of domains of Studio and of what is in them.

use super::pattern::{Pattern, is_account, is_digits, is_image_name, is_one_line};

pub(super) const DOMAIN_ID: Pattern = Pattern { text: "^d-(-*[a-z0-9]){1,61}", matches: is_domain_id };
/// The name of a domain, a user profile, a space, an app and an app image config.
pub(super) const STUDIO_NAME: Pattern =
    Pattern { text: "^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}", matches: is_studio_name };
pub(super) const IMAGE_ARN: Pattern = Pattern {
    text: r"^arn:aws(-[\w]+)*:sagemaker:.+:[0-9]{12}:image/[a-zA-Z0-9]([-.]?[a-zA-Z0-9])*$",
    matches: is_image_arn,
};
pub(super) const IMAGE_VERSION_ARN: Pattern = Pattern {
    text: r"^(arn:aws(-[\w]+)*:sagemaker:.+:[0-9]{12}:image-version/[a-z0-9]([-.]?[a-z0-9])*/[0-9]+|None)$",
    matches: is_image_version_arn,
};
/// An alias in a `ResourceSpec`: a whole number, two with anything between, or a semantic version.
pub(super) const VERSION_ALIAS: Pattern = Pattern {
    text: r"(^\d+$)|(^\d+.\d+$)|(^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$)",
    matches: is_version_alias,
};
pub(super) const NOT_BLANK: Pattern = Pattern { text: r"(?!\s*$).+", matches: is_not_blank };
pub(super) const MOUNT_PATH: Pattern = Pattern { text: r"^\/.*", matches: is_mount_path };
pub(super) const ACCOUNT_ID: Pattern = Pattern { text: r"^\d+$", matches: is_number };

fn is_domain_id(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("d-") else { return false };
    let is_small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    rest.bytes().all(|byte| is_small(byte) || byte == b'-')
        && rest.bytes().next_back().is_some_and(is_small)
        && rest.bytes().filter(|byte| is_small(*byte)).count() <= 61
}

fn is_studio_name(text: &str) -> bool {
    let is_alphanumeric = |byte: u8| byte.is_ascii_alphanumeric();
    let ends = [text.bytes().next(), text.bytes().next_back()];
    ends.into_iter().all(|end| end.is_some_and(is_alphanumeric))
        && text.bytes().all(|byte| is_alphanumeric(byte) || byte == b'-')
        && text.bytes().filter(|byte| is_alphanumeric(*byte)).count() <= 63
}

/// What follows `arn:PARTITION:sagemaker:REGION:ACCOUNT:KIND/`, where the rest is right.
fn resource<'arn>(arn: &'arn str, kind: &str) -> Option<&'arn str> {
    let (head, resource) = arn.rsplit_once(&format!(":{kind}/"))?;
    let (head, account) = head.rsplit_once(':')?;
    let (partition, region) = head.strip_prefix("arn:aws")?.split_once(":sagemaker:")?;
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let mut parts = partition.split('-');
    let is_partition =
        parts.next() == Some("") && parts.all(|part| !part.is_empty() && part.bytes().all(is_word));
    (is_partition && is_account(account) && !region.is_empty() && is_one_line(region)).then_some(resource)
}

fn is_image_arn(text: &str) -> bool {
    resource(text, "image").is_some_and(is_image_name)
}

fn is_image_version_arn(text: &str) -> bool {
    let version = resource(text, "image-version").and_then(|version| version.split_once('/'));
    let is_version = version.is_some_and(|(name, number)| {
        is_image_name(name)
            && !name.bytes().any(|byte| byte.is_ascii_uppercase())
            && !number.is_empty()
            && is_digits(number)
    });
    is_version || text == "None"
}

fn is_version_alias(text: &str) -> bool {
    is_number(text) || is_pair(text) || is_semantic_version(text)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && is_digits(text)
}

/// Two numbers with one character between them, whatever it is.
fn is_pair(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let mut letters = rest.chars();
    letters.next().is_some_and(|letter| is_one_line(letter.encode_utf8(&mut [0; 4])))
        && rest.len() < text.len()
        && is_number(letters.as_str())
}

fn is_semantic_version(text: &str) -> bool {
    let is_counted = |number: &str| is_number(number) && (number == "0" || !number.starts_with('0'));
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let (text, build) = text.split_once('+').map_or((text, None), |(text, build)| (text, Some(build)));
    let (text, trial) = text.split_once('-').map_or((text, None), |(text, trial)| (text, Some(trial)));
    let numbers: Vec<&str> = text.split('.').collect();
    numbers.len() == 3
        && numbers.into_iter().all(is_counted)
        && trial.is_none_or(|trial| {
            trial.split('.').all(|word| is_word(word) && (!is_digits(word) || is_counted(word)))
        })
        && build.is_none_or(|build| build.split('.').all(is_word))
}

fn is_not_blank(text: &str) -> bool {
    is_one_line(text) && !text.trim_matches([' ', '\t', '\u{b}', '\u{c}']).is_empty()
}

fn is_mount_path(text: &str) -> bool {
    text.starts_with('/') && is_one_line(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_names() {
        let long = format!("d-{}", "a".repeat(61));
        for good in ["d-a", "d-8xk2m1q0zzst", "d--a", "d-a--b", &long] {
            assert!(is_domain_id(good), "{good}");
        }
        for bad in ["", "d", "d-", "d-A", "d-a-", "D-a", "x-a", "d-a_b", &format!("{long}a")] {
            assert!(!is_domain_id(bad), "{bad}");
        }
        for good in ["a", "a--b", "Mira-2"] {
            assert!(is_studio_name(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a.b", "a_b", "é", &"a".repeat(64)] {
            assert!(!is_studio_name(bad), "{bad}");
        }
    }

    #[test]
    fn arns() {
        let image = "arn:aws:sagemaker:us-east-1:123456789012:image/";
        let version = "arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:image-version/";
        assert!(is_image_arn(&format!("{image}Ads-ranking.v3")));
        assert!(is_image_version_arn(&format!("{version}ads-ranking.v3/7")) && is_image_version_arn("None"));
        for bad in ["None", "image/a", image, &format!("{image}a/1"), &image.replace("aws", "aws-")] {
            assert!(!is_image_arn(bad), "{bad}");
        }
        for bad in ["Ads/7", "a", "a/", "a/b", "a/1/2"] {
            assert!(!is_image_version_arn(&format!("{version}{bad}")), "{bad}");
        }
    }

    #[test]
    fn aliases() {
        for good in
            ["1", "007", "2.4", "2x4", "2.4.1", "0.0.0", "1.2.3-rc.1", "1.2.3-0a", "1.2.3+b.01", "1.2.3-a+b"]
        {
            assert!(is_version_alias(good), "{good}");
        }
        for bad in ["", "v1", "latest", "1.2.3.4", "01.2.3", "1.2.3-01", "1.2.3-", "1.2.3+", "1\n2", "1..2"] {
            assert!(!is_version_alias(bad), "{bad}");
        }
    }
}
