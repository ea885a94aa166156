//! The operations of the service, in its own spelling.

/// Declares the operations together with the list of all of them, which the tests hold against the
/// files that ask for them, the embedded service and the documents.
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
    /// Describes one app of Studio.
    DESCRIBE_APP = "DescribeApp";
    /// Describes how a custom image is run in Studio.
    DESCRIBE_APP_IMAGE_CONFIG = "DescribeAppImageConfig";
    /// Describes one domain of Studio.
    DESCRIBE_DOMAIN = "DescribeDomain";
    /// Describes one image.
    DESCRIBE_IMAGE = "DescribeImage";
    /// Takes tags from an image.
    DELETE_TAGS = "DeleteTags";
    /// Describes one version of an image.
    DESCRIBE_IMAGE_VERSION = "DescribeImageVersion";
    /// Describes one space of a domain.
    DESCRIBE_SPACE = "DescribeSpace";
    /// Describes one user profile of a domain.
    DESCRIBE_USER_PROFILE = "DescribeUserProfile";
    /// Tells whose account it is.
    GET_CALLER_IDENTITY = "GetCallerIdentity";
    /// Lists the apps of all domains.
    LIST_APPS = "ListApps";
    /// Lists the domains of Studio of an account and region.
    LIST_DOMAINS = "ListDomains";
    /// Lists the images of an account and region.
    LIST_IMAGES = "ListImages";
    /// Lists the aliases of an image, or of one of its versions.
    LIST_ALIASES = "ListAliases";
    /// Lists the versions of an image.
    LIST_IMAGE_VERSIONS = "ListImageVersions";
    /// Lists the spaces of all domains.
    LIST_SPACES = "ListSpaces";
    /// Lists the tags of an image.
    LIST_TAGS = "ListTags";
    /// Lists the user profiles of all domains.
    LIST_USER_PROFILES = "ListUserProfiles";
    /// Changes what is said of one image.
    UPDATE_IMAGE = "UpdateImage";
    /// Changes what is said of one version of an image, and its aliases.
    UPDATE_IMAGE_VERSION = "UpdateImageVersion";
}
