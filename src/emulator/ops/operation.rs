//! The table of operations.
//!
//! To add one: its function in a file of its own, the file's `mod` line, and here its `use` and its line of the table. Those
//! of Studio have a room of their own.

use std::fmt;

use tokio::time::Instant;

use super::{
    add_tags::add_tags,
    assume_role::assume_role,
    aws_service::AwsService,
    delete_tags::delete_tags,
    describe_image::describe_image,
    describe_image_version::describe_image_version,
    foreign_edit::ForeignEdit,
    get_caller_identity::get_caller_identity,
    handler::{Handler, Output},
    list_aliases::list_aliases,
    list_image_versions::list_image_versions,
    list_images::list_images,
    list_tags::list_tags,
    requests::OperationInput,
    resource::Resource,
    studio::{
        describe_app, describe_app_image_config, describe_domain, describe_space, describe_user_profile,
        list_apps, list_domains, list_spaces, list_user_profiles,
    },
    update_image::update_image,
    update_image_version::update_image_version,
};
use crate::emulator::store::{Account, Arns, StudioKind};

/// What the table says of one operation.
struct Row {
    name: &'static str,
    service: AwsService,
    resource: Resource,
    foreign_edit: ForeignEdit,
    handler: Handler,
}

/// Makes the operations from the table: an operation is a line of it and a function in a file of its own.
macro_rules! operations {
    ($($name:ident: $service:ident, $resource:ident $(($of:ident))?, $edit:ident $(($edited:ident))?, $access:ident($handler:path);)+) => {
        /// An operation the embedded service knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Operation {
            $(
                #[doc = concat!("`", stringify!($name), "` of `", stringify!($service), "`")]
                $name,
            )+
        }

        impl Operation {
            /// Every operation.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];

            fn row(self) -> &'static Row {
                match self {
                    $(Self::$name => const { &Row {
                        name: stringify!($name),
                        service: AwsService::$service,
                        resource: Resource::$resource $((StudioKind::$of))?,
                        foreign_edit: ForeignEdit::$edit $((StudioKind::$edited))?,
                        handler: Handler::$access($handler),
                    } },)+
                }
            }
        }
    };
}

operations! {
    // The name on the wire, the service, what policies allow it on, what someone else may edit just before, and what it may
    // do to the images.
    ListImages: SageMaker, AllImages, Nothing, List(list_images);
    DescribeImage: SageMaker, Image, Description, Read(describe_image);
    UpdateImage: SageMaker, Image, Description, Write(update_image);
    ListImageVersions: SageMaker, Image, ReleaseNotes, List(list_image_versions);
    DescribeImageVersion: SageMaker, ImageVersion, ReleaseNotes, Read(describe_image_version);
    UpdateImageVersion: SageMaker, ImageVersion, ReleaseNotes, Write(update_image_version);
    ListAliases: SageMaker, ImageAndVersion, Alias, List(list_aliases);
    ListTags: SageMaker, Tagged, Tag, List(list_tags);
    AddTags: SageMaker, Tagged, Tag, Write(add_tags);
    DeleteTags: SageMaker, Tagged, Tag, Write(delete_tags);
    ListDomains: SageMaker, EveryOf(Domain), Nothing, List(list_domains);
    DescribeDomain: SageMaker, OneOf(Domain), InStudio(Domain), Read(describe_domain);
    ListUserProfiles: SageMaker, EveryOf(UserProfile), Nothing, List(list_user_profiles);
    DescribeUserProfile: SageMaker, OneOf(UserProfile), InStudio(UserProfile), Read(describe_user_profile);
    ListSpaces: SageMaker, EveryOf(Space), Nothing, List(list_spaces);
    DescribeSpace: SageMaker, OneOf(Space), InStudio(Space), Read(describe_space);
    ListApps: SageMaker, EveryOf(App), Nothing, List(list_apps);
    DescribeApp: SageMaker, OneOf(App), Nothing, Read(describe_app);
    DescribeAppImageConfig: SageMaker, OneOf(AppImageConfig), InStudio(AppImageConfig), Read(describe_app_image_config);
    GetCallerIdentity: Sts, Anything, Nothing, Read(get_caller_identity);
    AssumeRole: Sts, Role, Nothing, Read(assume_role);
}

impl Operation {
    /// The name on the wire, as `ListImages`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// The operation of this name, if the service knows it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.as_str() == name)
    }

    /// Whether it is about something that someone else can edit just before.
    #[must_use]
    pub fn is_about_something_edited(self) -> bool {
        self.row().foreign_edit != ForeignEdit::Nothing
    }

    /// Whether it can take an alias from the version that holds it.
    #[must_use]
    pub fn moves_aliases(self) -> bool {
        self == Self::UpdateImageVersion
    }

    /// Whether it answers in pages.
    #[must_use]
    pub fn is_paged(self) -> bool {
        match self.row().handler {
            Handler::List(_) => true,
            Handler::Read(_) | Handler::Write(_) => false,
        }
    }

    /// The service it belongs to.
    pub(in crate::emulator) fn service(self) -> AwsService {
        self.row().service
    }

    /// The name a policy knows it by, as `sagemaker:ListImages`.
    pub(in crate::emulator) fn action(self) -> String {
        format!("{}:{self}", self.service().as_str())
    }

    /// The ARN of what a policy would allow or deny this request on.
    pub(in crate::emulator) fn resource_arn(self, arns: &Arns, input: OperationInput) -> String {
        self.row().resource.arn(arns, input)
    }

    /// Someone else edits what is asked about.
    pub(in crate::emulator) fn edit_before(self, account: &Account, input: OperationInput) {
        self.row().foreign_edit.make(account, input);
    }

    /// Does what is asked, on the images as they are now.
    pub(in crate::emulator) fn perform(self, account: &Account, input: OperationInput) -> Output {
        let mut images = account.images();
        images.settle_due(Instant::now(), &account.clock);
        match self.row().handler {
            Handler::Read(read) | Handler::List(read) => read(account, &images, input),
            Handler::Write(write) => write(account, &mut images, input),
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
