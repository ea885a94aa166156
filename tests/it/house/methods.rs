//! Functions of a type that are defined in another file than the type.

use std::collections::{BTreeMap, BTreeSet};

use syn::{ImplItem, Item, Type};

use super::names::Target;
use super::tree::Tree;

/// What `impl` blocks add to types of other files.
pub struct Methods {
    /// By the name of the function: the type, the file of the type, and the file that defines it.
    elsewhere: BTreeMap<String, Vec<Method>>,
    /// The names of all functions of types that are defined beside their type.
    beside: BTreeSet<String>,
}

/// A function of a type of another file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    pub of: String,
    pub file_of_type: String,
    pub file: String,
}

impl Methods {
    pub fn read(tree: &Tree) -> Self {
        let mut methods = Self { elsewhere: BTreeMap::new(), beside: BTreeSet::new() };
        for (module, content) in tree.modules.iter().enumerate() {
            for item in &content.items {
                match item {
                    Item::Impl(item) => methods.take(tree, module, item),
                    Item::Trait(item) => methods.beside.extend(item.items.iter().filter_map(|item| {
                        if let syn::TraitItem::Fn(item) = item {
                            Some(item.sig.ident.to_string())
                        } else {
                            None
                        }
                    })),
                    _ => {}
                }
            }
        }
        methods
    }

    fn take(&mut self, tree: &Tree, module: usize, item: &syn::ItemImpl) {
        let names = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(item) => Some(item.sig.ident.to_string()),
            ImplItem::Const(item) => Some(item.ident.to_string()),
            _ => None,
        });
        let file = &tree.modules[module].file;
        match type_of(tree, module, &item.self_ty) {
            Some((file_of_type, of)) if file_of_type != *file && item.trait_.is_none() => {
                for name in names {
                    let method =
                        Method { of: of.clone(), file_of_type: file_of_type.clone(), file: file.clone() };
                    self.elsewhere.entry(name).or_default().push(method);
                }
            }
            _ => self.beside.extend(names),
        }
    }

    /// The file that defines `name` of the type `of`, where that is not the type's own.
    pub fn of_type(&self, file_of_type: &str, of: &str, name: &str) -> Option<&Method> {
        let all = self.elsewhere.get(name)?;
        all.iter().find(|method| method.file_of_type == file_of_type && method.of == of)
    }

    /// The function that a call `value.name(..)` means, where only one in the crate is named so.
    pub fn called(&self, name: &str) -> Option<&Method> {
        match self.elsewhere.get(name)?.as_slice() {
            [method] if !self.beside.contains(name) => Some(method),
            _ => None,
        }
    }
}

fn type_of(tree: &Tree, module: usize, of: &Type) -> Option<(String, String)> {
    let Type::Path(of) = of else { return None };
    let path: Vec<_> = of.path.segments.iter().map(|part| part.ident.to_string()).collect();
    match tree.resolve(module, &path) {
        Target::Defined { file, name } => Some((file, name)),
        Target::Module(_) | Target::Outside | Target::Missing => None,
    }
}
