//! The table of operations.
//!
//! To add one: its function in a file of its own, the file's `mod` line, and here its `use` and its line of the table.

use std::fmt;

use tokio::time::Instant;

use super::{
    assume_role::assume_role,
    aws_service::AwsService,
    describe_image::describe_image,
    get_caller_identity::get_caller_identity,
    handler::{Handler, Output},
    list_images::list_images,
    operation_input::OperationInput,
    resource::Resource,
    update_image::update_image,
};
use crate::emulator::store::{Account, Arns};

/// What the table says of one operation.
struct Row {
    name: &'static str,
    service: AwsService,
    resource: Resource,
    handler: Handler,
}

/// Makes the operations from the table: an operation is a line of it and a function in a file of its own.
macro_rules! operations {
    ($($name:ident: $service:ident, $resource:ident, $access:ident($handler:path);)+) => {
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
                        resource: Resource::$resource,
                        handler: Handler::$access($handler),
                    } },)+
                }
            }
        }
    };
}

operations! {
    // The name on the wire, the service, what policies allow it on, and what it may do to the images.
    ListImages: SageMaker, AllImages, List(list_images);
    DescribeImage: SageMaker, Image, Read(describe_image);
    UpdateImage: SageMaker, Image, Write(update_image);
    GetCallerIdentity: Sts, Anything, Read(get_caller_identity);
    AssumeRole: Sts, Role, Read(assume_role);
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

    /// Whether a request for it names one image.
    #[must_use]
    pub fn names_an_image(self) -> bool {
        self.row().resource == Resource::Image
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
