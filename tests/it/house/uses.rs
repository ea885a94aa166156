//! Which file uses what of which other.

use std::collections::{BTreeMap, BTreeSet};

use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{
    Attribute, Block, ExprMethodCall, Field, ImplItem, Item, ItemUse, Macro, Meta, Path, Stmt, Visibility,
};

use super::methods::Methods;
use super::names::Target;
use super::tree::{self, NamePath, Tree};

/// By the file that uses and the file that defines: the names that are used.
pub type Uses = BTreeMap<(String, String), BTreeSet<String>>;

/// Who uses what in the crate.
///
/// # Errors
///
/// Paths that lead nowhere: what this can't read, it can't judge.
pub fn uses(tree: &Tree) -> Result<Uses, Vec<String>> {
    let mut reader = UseReader {
        tree,
        methods: Methods::read(tree),
        module: 0,
        blocks: Vec::new(),
        uses: Uses::new(),
        missing: Vec::new(),
    };
    for (module, content) in tree.modules.iter().enumerate() {
        reader.module = module;
        content.items.iter().for_each(|item| reader.visit_item(item));
    }
    if reader.missing.is_empty() { Ok(reader.uses) } else { Err(reader.missing) }
}

struct UseReader<'a> {
    tree: &'a Tree,
    methods: Methods,
    /// Where it reads.
    module: usize,
    /// The names that a `use` in the blocks around brings in.
    blocks: Vec<BTreeMap<String, NamePath>>,
    uses: Uses,
    missing: Vec<String>,
}

impl UseReader<'_> {
    fn take(&mut self, path: &[String]) {
        let known =
            path.first().and_then(|first| self.blocks.iter().rev().find_map(|block| block.get(first)));
        let whole = known.map(|before| [before, &path[1..]].concat());
        let path = whole.as_deref().unwrap_or(path);
        let user = &self.tree.modules[self.module].file;
        match self.tree.resolve(self.module, path) {
            Target::Defined { file, name } => {
                let (of, taken) = name.split_once("::").unwrap_or((&name, ""));
                if let Some(method) = self.methods.of_type(&file, of, taken).cloned() {
                    self.note(&method.file, &name);
                }
                self.note(&file, of);
            }
            Target::Missing => self.missing.push(format!("{user}: {}", path.join("::"))),
            Target::Module(_) | Target::Outside => {}
        }
    }

    fn note(&mut self, file: &str, name: &str) {
        let user = &self.tree.modules[self.module].file;
        if file != user {
            self.uses.entry((user.clone(), file.to_owned())).or_default().insert(name.to_owned());
        }
    }

    /// The paths of two parts and more among the tokens of a macro; a name alone came in by a `use`.
    fn take_tokens(&mut self, mut at: Cursor) {
        while !at.eof() {
            if let Some((inside, _, _, after)) = at.any_group() {
                self.take_tokens(inside);
                at = after;
            } else if let Some((first, after)) = at.ident() {
                let mut path = vec![first.to_string()];
                at = after;
                while let Some((part, after)) = part_behind_colons(at) {
                    path.push(part);
                    at = after;
                }
                if path.len() > 1 {
                    self.take(&path);
                }
            } else if let Some((_, after)) = at.token_tree() {
                at = after;
            }
        }
    }
}

/// `::name`, as `name`.
fn part_behind_colons(at: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    let (one, at) = at.punct()?;
    let (other, at) = at.punct()?;
    let (name, at) = at.ident()?;
    (one.as_char() == ':' && other.as_char() == ':').then(|| (name.to_string(), at))
}

impl<'a> Visit<'a> for UseReader<'_> {
    fn visit_item_use(&mut self, item: &'a ItemUse) {
        // What is only given on to others is not used.
        if tree::is_re_export(&item.vis) || item.leading_colon.is_some() {
            return;
        }
        for import in tree::imports(&item.tree) {
            self.take(&import.path);
        }
    }

    fn visit_path(&mut self, path: &'a Path) {
        if path.leading_colon.is_none() {
            let parts: Vec<_> = path.segments.iter().map(|part| part.ident.to_string()).collect();
            self.take(&parts);
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'a ExprMethodCall) {
        if let Some(method) = self.methods.called(&call.method.to_string()).cloned() {
            self.note(&method.file, &format!("{}::{}", method.of, call.method));
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, made: &'a Macro) {
        self.take_tokens(TokenBuffer::new2(made.tokens.clone()).begin());
    }

    fn visit_attribute(&mut self, attribute: &'a Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.take_tokens(TokenBuffer::new2(list.tokens.clone()).begin());
        }
    }

    /// A path here says who may look, not what is used.
    fn visit_visibility(&mut self, _: &'a Visibility) {}

    fn visit_block(&mut self, block: &'a Block) {
        let mut names = BTreeMap::new();
        for stmt in &block.stmts {
            if let Stmt::Item(Item::Use(item)) = stmt {
                let imports = tree::imports(&item.tree);
                names.extend(imports.into_iter().filter_map(|import| Some((import.name?, import.path))));
            }
        }
        self.blocks.push(names);
        visit::visit_block(self, block);
        self.blocks.pop();
    }

    fn visit_impl_item(&mut self, item: &'a ImplItem) {
        let attributes = match item {
            ImplItem::Const(item) => &item.attrs,
            ImplItem::Fn(item) => &item.attrs,
            ImplItem::Type(item) => &item.attrs,
            _ => return visit::visit_impl_item(self, item),
        };
        if !tree::is_for_tests(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_field(&mut self, field: &'a Field) {
        if !tree::is_for_tests(&field.attrs) {
            visit::visit_field(self, field);
        }
    }
}
