//! Variables of the environment that decide where something goes.

use aws_types::os_shim_internal::Env;

use crate::domain::{Failure, FailureClass};

/// The variable `name`; empty where it is set to nothing.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where it is not UTF-8: as if it were unset, it would lead elsewhere.
pub(super) fn read(env: &Env, name: &str) -> Result<Option<String>, Failure> {
    match env.get(name) {
        Ok(value) => Ok(Some(value)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            let said =
                format!("The variable {name} holds bytes that are not UTF-8. Correct it, or unset it.");
            Err(Failure::new(FailureClass::BadConfig, &said))
        }
    }
}
