//! A code that is typed in here.

use crate::terminal::Start;
use crate::terminal::rig::service::IMAGE;

use super::world::{DEVICE, role_with_mfa, service_with_mfa};

#[test]
fn a_code_is_typed_in_the_program_and_never_shown() {
    let service = service_with_mfa();
    let mut window = Start::at_home(&role_with_mfa()).env("AWS_ENDPOINT_URL", service.endpoint_url()).open();
    window.shows(&["Admin", DEVICE]);
    window.type_text("135790");
    window.press("Enter");
    window.shows(&["invalid MFA one time pass code"]);
    window.type_text("246813");
    window.press("Enter");
    window.shows(&[IMAGE, "210987654321", "eu-west-1"]);
    let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
    assert!(!written.contains("135790") && !written.contains("246813"));
    window.press("q");
    window.ends_with(0);
    let signed = service.signed_by();
    assert_eq!(signed.len(), 2);
    assert!(signed.contains(&("ASIASAGESCOPE0000001".into(), "eu-west-1".into())), "{signed:?}");
}
