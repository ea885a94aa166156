//! Domains made by number, as many as are wanted.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    catalogue_domain::{
        CatalogueApp, CatalogueAppImageConfig, CatalogueDomain, CatalogueSpace, CatalogueUserProfile,
    },
    catalogue_image::CatalogueImage,
    dice::Dice,
    studio_details::StudioDetails,
};

/// Whose user profiles a made domain has; there is a space for each of them.
const PEOPLE: [&str; 10] =
    ["ada", "bela", "chandra", "dorothea", "emeka", "fatima", "grigori", "hana", "ines", "jun"];

const CONFIGS: [&str; 3] = ["made-kernel", "made-lab", "made-editor"];

/// Two years, the longest age of a made domain, in milliseconds.
const OLDEST: u64 = 2 * 365 * 86_400_000;

/// As many made domains, always the same for the same images, and the app image configs that they name.
pub(super) fn domains(
    count: usize,
    images: &[CatalogueImage],
) -> (Vec<CatalogueDomain>, Vec<CatalogueAppImageConfig>) {
    let config = |name: &str| CatalogueAppImageConfig {
        name: name.to_owned(),
        details: StudioDetails::of(json!({ "JupyterLabAppImageConfig": {} })),
    };
    let domains = (0..count).map(|number| Maker { images, dice: Dice::of(number) }.domain(number));
    (domains.collect(), CONFIGS.map(config).into())
}

struct Maker<'images> {
    images: &'images [CatalogueImage],
    dice: Dice,
}

impl Maker<'_> {
    fn domain(&mut self, number: usize) -> CatalogueDomain {
        let members = json!({
            "AuthMode": "IAM",
            "DefaultUserSettings": {
                "JupyterLabAppSettings": self.app_settings(3),
                "KernelGatewayAppSettings": self.app_settings(3),
            },
            "DefaultSpaceSettings": { "JupyterLabAppSettings": self.app_settings(1) },
        });
        let mut domain = CatalogueDomain::named(format!("d-made{number:08}"), format!("made-{number:03}"));
        domain.details = self.details(members);
        for person in PEOPLE {
            let settings = json!({ "UserSettings": { "JupyterLabAppSettings": self.app_settings(1) } });
            let details = self.details(settings);
            domain.profiles.push(CatalogueUserProfile { name: person.to_owned(), details });
            domain.spaces.push(self.space(person));
            domain.apps.extend(self.app(person));
        }
        domain
    }

    fn space(&mut self, person: &str) -> CatalogueSpace {
        let members = json!({
            "OwnershipSettings": { "OwnerUserProfileName": person },
            "SpaceSharingSettings": { "SharingType": "Private" },
            "SpaceSettings": {
                "AppType": "JupyterLab",
                "JupyterLabAppSettings": { "DefaultResourceSpec": self.resource_spec() },
            },
        });
        CatalogueSpace { name: format!("{person}-lab"), details: self.details(members) }
    }

    /// Every third person has the app of the space running.
    fn app(&mut self, person: &str) -> Option<CatalogueApp> {
        let details = StudioDetails::of(json!({ "ResourceSpec": self.resource_spec() }));
        (self.dice.below(3) == 0).then(|| CatalogueApp {
            profile: None,
            space: Some(format!("{person}-lab")),
            app_type: "JupyterLab".to_owned(),
            name: "default".to_owned(),
            details,
        })
    }

    fn details(&mut self, members: Value) -> StudioDetails {
        let created = self.dice.below(OLDEST);
        let modified = self.dice.below(created + 1);
        StudioDetails {
            created_ago: Duration::from_millis(created),
            modified_ago: Some(Duration::from_millis(modified)),
            ..StudioDetails::of(members)
        }
    }

    /// Settings with up to so many custom images.
    fn app_settings(&mut self, most: u64) -> Value {
        let count = self.dice.below(most + 1);
        let custom: Vec<Value> = (0..count).filter_map(|_| self.custom_image()).collect();
        json!({ "CustomImages": custom })
    }

    fn custom_image(&mut self) -> Option<Value> {
        let name = self.image()?;
        let mut custom = json!({ "ImageName": name, "AppImageConfigName": self.dice.pick(&CONFIGS) });
        if self.dice.below(2) == 0 {
            custom["ImageVersionNumber"] = json!(1 + self.dice.below(4));
        }
        Some(custom)
    }

    /// Of one of the images in two of three cases.
    fn resource_spec(&mut self) -> Value {
        let mut spec = json!({ "InstanceType": "ml.t3.medium" });
        let home = "arn:{partition}:sagemaker:{region}:{account}";
        match (self.dice.below(3), self.image()) {
            (1, Some(name)) => spec["SageMakerImageArn"] = json!(format!("{home}:image/{name}")),
            (2, Some(name)) => {
                let number = 1 + self.dice.below(4);
                let name = name.to_ascii_lowercase();
                spec["SageMakerImageVersionArn"] = json!(format!("{home}:image-version/{name}/{number}"));
            }
            _ => {}
        }
        spec
    }

    fn image(&mut self) -> Option<String> {
        let count = u64::try_from(self.images.len()).ok().filter(|count| *count > 0)?;
        let at = usize::try_from(self.dice.below(count)).ok()?;
        self.images.get(at).map(|image| image.name.clone())
    }
}
