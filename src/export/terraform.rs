//! An image as a resource of Terraform.

use crate::domain::{Image, TagSet};

use super::hcl::{label, quoted};
use super::left_out;

/// The block `aws_sagemaker_image` that stands for an image; nothing where its role, without which there is
/// no such block, is not known. Tags are in it where they are known, but for those that are AWS's own; a
/// comment says where they are not.
#[must_use]
pub fn terraform(image: &Image, tags: Option<&TagSet>) -> Option<String> {
    let role = image.role.as_ref()?;
    let mut arguments = vec![("image_name", image.name.as_str()), ("role_arn", role.as_str())];
    let optional = [("display_name", &image.display_name), ("description", &image.description)];
    arguments.extend(optional.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?.as_str()))));
    let arguments: Vec<_> = arguments.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    let left_out = left_out::of_tags(tags);
    let tags = tags.into_iter().flat_map(TagSet::changeable);
    let tags: Vec<_> = tags.map(|(key, value)| (quoted(key.as_str()), value.as_str())).collect();
    let mut lines =
        vec![format!("resource \"aws_sagemaker_image\" {} {{", quoted(&label(image.name.as_str())))];
    lines.extend(rows("  ", &arguments));
    if !tags.is_empty() {
        lines.extend(["", "  tags = {"].map(str::to_owned));
        lines.extend(rows("    ", &tags));
        lines.push("  }".into());
    }
    if let Some(says) = left_out {
        lines.extend([String::new(), format!("  # {says}")]);
    }
    lines.push("}\n".into());
    Some(lines.join("\n"))
}

/// Names and values, the equals signs one below the other as `terraform fmt` has them.
fn rows(indent: &str, rows: &[(String, &str)]) -> Vec<String> {
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    rows.iter().map(|(name, text)| format!("{indent}{name:width$} = {}", quoted(text))).collect()
}
