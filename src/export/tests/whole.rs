//! Images, as whole texts.

use jiff::tz::TimeZone;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::domain::{Image, ImageName, ImageVersion, RoleArn, TagSet};

use super::super::*;
use super::{NASTY, any_image, foreign, hides_nothing, tags_of, text, words};

proptest! {
    #[test]
    fn a_reader_of_json_and_yaml_reads_the_members(image in any_image()) {
        let members = members_of_image(&image, &TimeZone::UTC);
        let wanted = json!({
            "Description": text(image.description.as_ref()),
            "DisplayName": text(image.display_name.as_ref()),
            "FailureReason": text(image.failure_reason.as_ref()),
            "ImageName": image.name.as_str(),
            "RoleArn": image.role.as_ref().map(RoleArn::as_str),
        });
        let (json, yaml) = (json(&members), yaml(&members));
        prop_assert!(hides_nothing(&json) && hides_nothing(&yaml));
        prop_assert_eq!(&serde_json::from_str::<Value>(&json).unwrap(), &wanted);
        prop_assert_eq!(&serde_saphyr::from_str::<Value>(&yaml).unwrap(), &wanted);
    }

    #[test]
    fn a_reader_of_hcl_reads_the_block(image in any_image(), key in foreign(), value in foreign()) {
        let tags = tags_of(&image, &key, &value);
        let block = terraform(&image, Some(&tags)).unwrap();
        prop_assert!(hides_nothing(&block));
        let read: ::hcl::Body = ::hcl::from_str(&block).unwrap();
        let read = read.blocks().next().unwrap();
        prop_assert_eq!(read.identifier.as_str(), "resource");
        prop_assert_eq!(read.labels[0].as_str(), "aws_sagemaker_image");
        let is_of_label = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
        prop_assert!(read.labels[1].as_str().chars().all(is_of_label), "{block}");
        let attributes: Vec<_> = read.body.attributes().collect();
        let texts = [
            ("image_name", image.name.as_str()),
            ("role_arn", image.role.as_ref().unwrap().as_str()),
            ("display_name", text(image.display_name.as_ref())),
            ("description", text(image.description.as_ref())),
        ];
        for (attribute, (name, wanted)) in attributes.iter().zip(texts) {
            prop_assert_eq!(attribute.key(), name);
            prop_assert_eq!(attribute.expr(), &::hcl::Expression::String(wanted.to_owned()));
        }
        let is_kept = !TagSet::is_of_aws(key.as_str());
        prop_assert_eq!(attributes.len(), if is_kept { 5 } else { 4 });
        if is_kept {
            let ::hcl::Expression::Object(read) = attributes[4].expr() else { panic!("{block}") };
            let pair = (::hcl::ObjectKey::Expression(key.as_str().into()), value.as_str().into());
            prop_assert_eq!(read.clone().into_iter().collect::<Vec<_>>(), [pair]);
        }
    }

    #[test]
    fn a_reader_of_a_template_reads_the_resource(image in any_image(), key in foreign(), value in foreign()) {
        let tags = tags_of(&image, &key, &value);
        let template = cloudformation(&image, Some(&tags)).unwrap();
        prop_assert!(hides_nothing(&template));
        let read: Value = serde_saphyr::from_str(&template).unwrap();
        let resources = read["Resources"].as_object().unwrap();
        let (id, resource) = resources.iter().next().unwrap();
        prop_assert!(resources.len() == 1 && id.chars().all(|c| c.is_ascii_alphanumeric()), "{template}");
        prop_assert_eq!(&resource["Type"], "AWS::SageMaker::Image");
        let properties = &resource["Properties"];
        for (name, wanted) in [
            ("ImageName", image.name.as_str()),
            ("ImageRoleArn", image.role.as_ref().unwrap().as_str()),
            ("ImageDisplayName", text(image.display_name.as_ref())),
            ("ImageDescription", text(image.description.as_ref())),
        ] {
            let is_left_out = wanted.contains("{{resolve:");
            prop_assert_eq!(properties[name].as_str(), (!is_left_out).then_some(wanted));
            prop_assert_eq!(template.contains(&format!("# {name} was left out")), is_left_out);
        }
        let is_kept = !TagSet::is_of_aws(key.as_str())
            && ![&key, &value].iter().any(|text| text.as_str().contains("{{resolve:"));
        let wanted = if is_kept { json!([{ "Key": key.as_str(), "Value": value.as_str() }]) } else { Value::Null };
        prop_assert_eq!(&properties["Tags"], &wanted);
    }

    #[test]
    fn a_shell_reads_the_command(name in foreign(), number in any::<u32>(), region in foreign()) {
        let image = ImageName::received(name.as_str());
        for command in [
            describe_image(&image, &[("--region", region.as_str())]),
            describe_version(&image, number, &[("--region", region.as_str())]),
        ] {
            let read = words(&command);
            prop_assert_eq!(&read[..2], ["aws", "sagemaker"]);
            let given = match read[3].as_str() {
                "--image-name" => read[4].clone(),
                "--cli-input-json" => {
                    let body: Value = serde_json::from_str(&read[4]).unwrap();
                    body["ImageName"].as_str().unwrap().to_owned()
                }
                other => other.strip_prefix("--image-name=").unwrap().to_owned(),
            };
            prop_assert_eq!(given, name.as_str());
            let last = read.last().unwrap();
            prop_assert_eq!(last.strip_prefix("--region=").unwrap_or(last), region.as_str());
        }
    }

    #[test]
    fn a_reader_of_tables_reads_each_field(images in proptest::collection::vec(any_image(), 0..4)) {
        let table = table(&images);
        let reader = csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).from_reader(table.as_bytes());
        let rows: Vec<_> = reader.into_records().map(|row| row.unwrap()).collect();
        prop_assert_eq!(rows.len(), images.len() + 1);
        for (row, image) in rows[1..].iter().zip(&images) {
            prop_assert_eq!(row.len(), rows[0].len());
            for (at, wanted) in [
                (0, image.name.as_str()),
                (1, text(image.display_name.as_ref())),
                (5, text(image.description.as_ref())),
                (6, text(image.failure_reason.as_ref())),
            ] {
                prop_assert!(!row[at].starts_with(['=', '+', '-', '@']), "a spreadsheet would reckon");
                prop_assert_eq!(row[at].strip_prefix('\'').unwrap_or(&row[at]), wanted);
            }
        }
    }
}

/// The shell itself, not only a library that knows it.
#[test]
fn sh_makes_one_word_of_each_text() {
    for text in NASTY.iter().filter(|text| !text.contains('\0')) {
        let line = format!("printf '%s' {}", crate::edit::quote(text));
        let said = std::process::Command::new("/bin/sh").args(["-c", &line]).output().unwrap();
        assert!(said.status.success(), "{line}");
        assert_eq!(String::from_utf8(said.stdout).unwrap(), *text, "{line}");
    }
}

#[test]
fn a_name_that_looks_like_an_option_or_a_file_is_a_name() {
    let command = |name: &str| describe_image(&ImageName::received(name), &[]);
    assert_eq!(command("a-b"), "aws sagemaker describe-image --image-name a-b");
    assert_eq!(command("--query"), "aws sagemaker describe-image --image-name=--query");
    assert_eq!(
        command("file:///etc/passwd"),
        r#"aws sagemaker describe-image --cli-input-json '{"ImageName":"file:///etc/passwd"}'"#
    );
}

#[test]
fn a_version_is_told_as_the_service_does() {
    let version = ImageVersion {
        horovod: Some(false),
        container_image: Some("1.dkr.ecr.us-east-1.amazonaws.com/a@sha256:9f86".into()),
        created: Some("2026-09-21T15:06:40.123Z".parse().unwrap()),
        release_notes: Some("no".into()),
        ..ImageVersion::numbered(ImageName::received("a"), 7)
    };
    assert_eq!(
        yaml(&members_of_version(&version, &TimeZone::UTC)),
        "ContainerImage: \"1.dkr.ecr.us-east-1.amazonaws.com/a@sha256:9f86\"\n\
         CreationTime: \"2026-09-21T15:06:40.123000+00:00\"\n\
         Horovod: false\n\
         ReleaseNotes: \"no\"\n\
         Version: 7\n"
    );
}

#[test]
fn resources_look_as_people_write_them() {
    let image = Image {
        display_name: Some("PyTorch 2.4 (GPU)".into()),
        role: Some(RoleArn::received("arn:aws:iam::123456789012:role/Images")),
        ..Image::named(ImageName::received("pytorch-2.4-gpu"))
    };
    let tags = tags_of(&image, &"team".into(), &"vision".into());
    assert_eq!(
        terraform(&image, Some(&tags)).unwrap(),
        "resource \"aws_sagemaker_image\" \"pytorch-2_4-gpu\" {\n\
         \x20 image_name   = \"pytorch-2.4-gpu\"\n\
         \x20 role_arn     = \"arn:aws:iam::123456789012:role/Images\"\n\
         \x20 display_name = \"PyTorch 2.4 (GPU)\"\n\
         \n\
         \x20 tags = {\n\
         \x20   \"team\" = \"vision\"\n\
         \x20 }\n\
         }\n"
    );
    assert_eq!(
        cloudformation(&image, Some(&tags)).unwrap(),
        "Resources:\n\
         \x20 Pytorch24Gpu:\n\
         \x20   Type: AWS::SageMaker::Image\n\
         \x20   Properties:\n\
         \x20     ImageName: pytorch-2.4-gpu\n\
         \x20     ImageRoleArn: arn:aws:iam::123456789012:role/Images\n\
         \x20     ImageDisplayName: \"PyTorch 2.4 (GPU)\"\n\
         \x20     Tags:\n\
         \x20       - Key: team\n\
         \x20         Value: vision\n"
    );
    let mut unclean = tags;
    unclean.unclean.insert("team".into());
    let says = "# A tag was left out: it contains unprintable characters.\n";
    let (block, template) =
        (terraform(&image, Some(&unclean)).unwrap(), cloudformation(&image, Some(&unclean)).unwrap());
    assert!(block.ends_with(&format!("\n\n  {says}}}\n")) && !block.contains("team"), "{block}");
    assert!(template.starts_with(&format!("{says}Resources:\n")) && !template.contains("team"), "{template}");
    let unknown = Image { role: None, ..image };
    assert_eq!((terraform(&unknown, None), cloudformation(&unknown, None)), (None, None));
}
