//! Wanderings that the property has found, each by itself.

use crate::domain::FailureClass;

use super::wandering::{Step, wander};

fn replies(which: usize) -> Step {
    Step::Reply { which, fails: None }
}

/// Found by the property: at `admin`, which is of the same account as `research`, the image is typed
/// in; then comes what the disk was asked for by `research`.
#[test]
fn a_draft_that_is_recalled_after_another_profile_wrote_over_it_is_kept() {
    let steps = vec![
        Step::Go(1),
        replies(31_364_000_615_989_035),
        replies(2_037_095_101_763_784_266),
        Step::Go(2),
        replies(6_311_745_849_547_110_047),
        Step::Go(0),
        replies(459_798_822_012_577_570),
        Step::Go(0),
        Step::Go(2),
        Step::Key("e"),
        replies(6_086_278_287_689_790_016),
        Step::Type('a'),
        Step::Go(1),
        Step::Key("j"),
        Step::Recalled(11_722_643_670_441_160_728),
    ];
    wander(steps).unwrap();
}

/// Found by the property too: the account of `research` is known, then not, then asked for again; a draft
/// of nobody comes meanwhile, and then `admin`, of the same account, has one of the same image.
#[test]
fn what_is_kept_under_one_key_is_kept_anew_under_another() {
    let expired = |which| Step::Reply { which, fails: Some(FailureClass::Expired) };
    let steps = vec![
        replies(6_028_588_031_497_533_576),
        replies(12_716_298_549_838_138_016),
        Step::Go(2),
        replies(361_572_396_872_218_639),
        Step::Go(0),
        Step::Go(0),
        Step::Go(0),
        Step::LoggedIn,
        expired(5_774_605_089_977_248_084),
        replies(5_973_902_420_901_333_227),
        Step::Recalled(2_580_084_689_195_719_331),
        expired(4_648_683_296_537_674_147),
        Step::Recalled(5_949_626_940_353_574_470),
    ];
    wander(steps).unwrap();
}

/// And: a draft of nobody comes to `admin`, and from there to `research`, of the same account, while it is
/// asked anew whose keys it has.
#[test]
fn a_draft_that_goes_on_to_a_place_in_doubt_stays_kept() {
    let steps = vec![
        Step::Go(0),
        Step::Type('a'),
        Step::Go(2),
        replies(10_767_818_810_364_481_753),
        Step::Go(0),
        Step::Key("j"),
        replies(1_741_797_425_109_486_022),
        Step::LoggedIn,
        Step::Key("j"),
        Step::Reply { which: 1_325_135_753_661_395_632, fails: Some(FailureClass::Expired) },
        replies(14_104_696_310_382_794_041),
        Step::Recalled(6_094_205_767_858_649_144),
    ];
    wander(steps).unwrap();
}
