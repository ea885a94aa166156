//! The modules of a crate, as its files declare them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::{Attribute, Item, Meta, UseTree, Visibility};

/// The path of a name, part by part.
pub type NamePath = Vec<String>;

/// The modules of a crate. The first is its root.
pub struct Tree {
    pub modules: Vec<Module>,
}

/// A module: a file, or a `mod name { .. }` in one.
pub struct Module {
    /// Its file, below the folder that was read.
    pub file: String,
    pub parent: Option<usize>,
    /// The modules in it.
    pub children: BTreeMap<String, usize>,
    /// What it defines.
    pub defined: BTreeSet<String>,
    /// What it imports, by the name it has here. One name may be both a module and a function.
    pub imported: BTreeMap<String, Vec<NamePath>>,
    /// Of what it imports everything.
    pub globs: Vec<NamePath>,
    /// Whether a macro defines things in it, which can't be told by reading.
    pub has_macros: bool,
    pub items: Vec<Item>,
}

/// A name that a `use` brings in.
pub struct Import {
    pub path: NamePath,
    /// The name it has here; none where everything is brought in.
    pub name: Option<String>,
}

impl Tree {
    /// Reads the crate whose root is `root`, a file in `folder`. Modules for tests are passed over.
    pub fn read(folder: &Path, root: &str) -> Self {
        let mut tree = Self { modules: Vec::new() };
        tree.read_file(folder, root, Path::new(""), None);
        tree
    }

    fn read_file(&mut self, folder: &Path, file: &str, inner: &Path, parent: Option<usize>) -> usize {
        let text = fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.add(folder, file, inner, parent, parsed.items)
    }

    /// Adds the module that `items` make; `inner` is the folder of the modules in it.
    fn add(
        &mut self,
        folder: &Path,
        file: &str,
        inner: &Path,
        parent: Option<usize>,
        items: Vec<Item>,
    ) -> usize {
        let at = self.modules.len();
        self.modules.push(Module::new(file, parent));
        for mut item in items {
            if is_for_tests(attributes(&item)) {
                continue;
            }
            if let Item::Mod(module) = &mut item {
                let name = module.ident.to_string();
                let inner = inner.join(&name);
                let child = match module.content.take() {
                    Some((_, items)) => self.add(folder, file, &inner, Some(at), items),
                    None => self.read_file(folder, &file_of(folder, &inner), &inner, Some(at)),
                };
                self.modules[at].children.insert(name, child);
            } else {
                self.modules[at].take(item);
            }
        }
        at
    }
}

impl Module {
    fn new(file: &str, parent: Option<usize>) -> Self {
        Self {
            file: file.to_owned(),
            parent,
            children: BTreeMap::new(),
            defined: BTreeSet::new(),
            imported: BTreeMap::new(),
            globs: Vec::new(),
            has_macros: false,
            items: Vec::new(),
        }
    }

    fn take(&mut self, item: Item) {
        if let Item::Use(used) = &item {
            for import in imports(&used.tree) {
                match import.name {
                    Some(name) => self.imported.entry(name).or_default().push(import.path),
                    None => self.globs.push(import.path),
                }
            }
        }
        self.has_macros |= matches!(&item, Item::Macro(made) if made.ident.is_none());
        self.defined.extend(defined_by(&item));
        self.items.push(item);
    }
}

/// The file of a module whose own modules are in the folder `inner`.
fn file_of(folder: &Path, inner: &Path) -> String {
    let flat = inner.with_extension("rs");
    let file = if folder.join(&flat).exists() { flat } else { inner.join("mod.rs") };
    file.to_str().unwrap().to_owned()
}

/// What a `use` brings in.
pub fn imports(tree: &UseTree) -> Vec<Import> {
    let mut found = Vec::new();
    walk(tree, &[], &mut found);
    found
}

fn walk(tree: &UseTree, before: &[String], found: &mut Vec<Import>) {
    let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
    match tree {
        UseTree::Path(path) => walk(&path.tree, &with(&path.ident), found),
        UseTree::Group(group) => group.items.iter().for_each(|tree| walk(tree, before, found)),
        UseTree::Glob(_) => found.push(Import { path: before.to_vec(), name: None }),
        UseTree::Name(name) if name.ident == "self" => {
            found.push(Import { path: before.to_vec(), name: before.last().cloned() });
        }
        UseTree::Name(name) => {
            found.push(Import { path: with(&name.ident), name: Some(name.ident.to_string()) });
        }
        UseTree::Rename(renamed) => {
            let path = if renamed.ident == "self" { before.to_vec() } else { with(&renamed.ident) };
            found.push(Import { path, name: Some(renamed.rename.to_string()) });
        }
    }
}

/// Whether a `use` gives its names on to others.
pub fn is_re_export(visibility: &Visibility) -> bool {
    !matches!(visibility, Visibility::Inherited)
}

/// Whether `cfg(test)`, or `cfg(all(test, ..))`, stands among them.
pub fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition: String = list.tokens.to_string().split_whitespace().collect();
            condition == "test" || condition.starts_with("all(test,")
        }
        _ => false,
    })
}

/// The name that an item defines.
pub fn defined_by(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
