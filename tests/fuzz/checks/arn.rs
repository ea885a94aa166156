//! ARNs, and the names within them.

use sagescope::domain::{ArnParts, ImageArn, ImageName, ImageReference, RoleArn, check_region};

use super::is_harmless;

/// What is taken for an ARN is one by the rules of the service, and can be put together again.
pub fn check(data: &[u8]) {
    let raw = String::from_utf8_lossy(data);
    if let Some(parts) = ArnParts::of(&raw) {
        let ArnParts { partition, service, region, account, resource } = parts;
        let whole = format!("arn:{partition}:{service}:{region}:{account}:{resource}");
        assert!(whole.starts_with(&*raw), "{raw:?}");
        assert!(resource.ends_with(parts.name()));
        assert_eq!(parts.account_id().is_some(), is_account(account));
    }
    check_image(&raw);
    check_role(&raw);
    if let Ok(name) = ImageName::parse(&raw) {
        assert!(is_name(&raw) && name.as_str() == raw, "{raw:?}");
    } else {
        assert!(!is_name(&raw), "{raw:?}");
    }
    let (one, other) = raw.split_once('\n').unwrap_or((&raw, ""));
    let _ = ImageReference::by_arn(Some(one), Some(other), Some(other));
    assert!(check_region(one).is_err() || is_harmless(one));
}

fn check_image(raw: &str) {
    let Some(arn) = ImageArn::parse(raw) else {
        assert_eq!(ImageArn::typed(raw.trim()), ImageArn::typed(raw));
        return;
    };
    assert!(is_harmless(arn.name.as_str()) && is_harmless(arn.home.account.as_str()));
    let Some(typed) = ImageArn::typed(raw) else { return };
    // What a person typed is judged in all its parts: it is the only way to write that ARN.
    let home = &typed.home;
    let begin = format!("arn:{}:sagemaker:{}:{}", home.partition, home.region, home.account);
    let whole = match typed.number() {
        None => format!("{begin}:image/{}", typed.name),
        Some(number) => format!("{begin}:image-version/{}/{number}", typed.name),
    };
    assert_eq!(raw.trim(), whole);
}

/// `^arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$`, as the service has it, but for `role/` without a name.
fn check_role(raw: &str) {
    let is_role = || {
        let rest = raw.strip_prefix("arn:aws")?;
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
        let (account, path) = rest.strip_prefix(":iam::")?.split_once(":role")?;
        let path = path.strip_prefix('/').unwrap_or(path);
        let fits = |c: char| c.is_ascii_alphanumeric() || "_+=,.@-/".contains(c);
        (is_account(account) && !path.is_empty() && path.chars().all(fits)).then_some(())
    };
    assert_eq!(RoleArn::shape_problem(raw).is_none(), is_role().is_some(), "{raw:?}");
}

fn is_account(text: &str) -> bool {
    text.chars().count() == 12 && text.chars().all(|c| c.is_ascii_digit())
}

/// `^[a-zA-Z0-9]([-.]?[a-zA-Z0-9]){0,62}$`: 63 letters and digits, and at most one separator before each.
fn is_name(text: &str) -> bool {
    let parts = || text.split(['-', '.']);
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
    parts().all(is_part) && text.len() <= 63
}
