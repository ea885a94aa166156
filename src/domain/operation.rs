//! The operations of the service, in its own spelling.

/// Declares the operations together with the list of all of them, which the tests hold against the
/// files that ask for them, the embedded service and the README.
macro_rules! operations {
    ($($(#[doc = $words:literal])* $constant:ident = $name:literal;)*) => {
        $($(#[doc = $words])* pub const $constant: &str = $name;)*

        /// All that the program uses, each with the name of its constant.
        pub const ALL: &[(&str, &str)] = &[$((stringify!($constant), $name),)*];
    };
}

operations! {
    /// Takes a role, and gives its keys.
    ASSUME_ROLE = "AssumeRole";
    /// Describes one image.
    DESCRIBE_IMAGE = "DescribeImage";
    /// Tells whose account it is.
    GET_CALLER_IDENTITY = "GetCallerIdentity";
    /// Lists the images of an account and region.
    LIST_IMAGES = "ListImages";
    /// Changes what is said of one image.
    UPDATE_IMAGE = "UpdateImage";
}
