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
    /// Gives an image tags, or tags new values.
    ADD_TAGS = "AddTags";
    /// Takes a role, and gives its keys.
    ASSUME_ROLE = "AssumeRole";
    /// Describes one image.
    DESCRIBE_IMAGE = "DescribeImage";
    /// Takes tags from an image.
    DELETE_TAGS = "DeleteTags";
    /// Describes one version of an image.
    DESCRIBE_IMAGE_VERSION = "DescribeImageVersion";
    /// Tells whose account it is.
    GET_CALLER_IDENTITY = "GetCallerIdentity";
    /// Lists the images of an account and region.
    LIST_IMAGES = "ListImages";
    /// Lists the aliases of an image, or of one of its versions.
    LIST_ALIASES = "ListAliases";
    /// Lists the versions of an image.
    LIST_IMAGE_VERSIONS = "ListImageVersions";
    /// Lists the tags of an image.
    LIST_TAGS = "ListTags";
    /// Changes what is said of one image.
    UPDATE_IMAGE = "UpdateImage";
    /// Changes what is said of one version of an image, and its aliases.
    UPDATE_IMAGE_VERSION = "UpdateImageVersion";
}
