//! Where a name is defined.

use super::tree::{Module, NamePath, Tree};

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Module(usize),
    /// What is defined in `file`: `name`, and behind it what was taken of it, as `Form::open`.
    Defined {
        file: String,
        name: String,
    },
    /// Nothing of this crate, or something that is in sight everywhere.
    Outside,
    /// A module of this crate that does not have it.
    Missing,
}

/// So many imports may lead to one another.
const MOST: u32 = 32;

impl Tree {
    /// What `path` leads to where it is written in `module`. Names that a `use` in a block brings in
    /// are not looked at.
    pub fn resolve(&self, module: usize, path: &[String]) -> Target {
        self.follow(module, path, MOST)
    }

    fn follow(&self, module: usize, path: &[String], left: u32) -> Target {
        let Some(left) = left.checked_sub(1) else { return Target::Outside };
        let mut at = Target::Outside;
        for (index, part) in path.iter().enumerate() {
            let is_last = index + 1 == path.len();
            at = match (&at, part.as_str()) {
                (Target::Outside, "crate") => Target::Module(0),
                (Target::Outside, "self") => Target::Module(module),
                (Target::Outside, "super") => self.parent(module),
                (Target::Module(inner), "super") => self.parent(*inner),
                (Target::Outside, _) => match self.find(module, part, is_last, left) {
                    None | Some(Target::Outside) => return Target::Outside,
                    Some(found) => found,
                },
                (Target::Module(inner), _) => match self.find(*inner, part, is_last, left) {
                    Some(found) => found,
                    None => return self.unseen(*inner, part),
                },
                (Target::Defined { .. } | Target::Missing, _) => break,
            };
            if let Target::Defined { name, .. } = &mut at {
                for part in &path[index + 1..] {
                    *name += "::";
                    *name += part;
                }
                return at;
            }
        }
        at
    }

    fn parent(&self, module: usize) -> Target {
        self.modules[module].parent.map_or(Target::Missing, Target::Module)
    }

    /// What `name` is in `module`: the last part of a path means something defined rather than a
    /// module of that name, any other the module.
    fn find(&self, module: usize, name: &str, is_last: bool, left: u32) -> Option<Target> {
        let Module { children, defined, imported, globs, file, .. } = &self.modules[module];
        let own = defined.contains(name);
        let own = own.then(|| Target::Defined { file: file.clone(), name: name.to_owned() });
        let child = children.get(name).copied().map(Target::Module);
        let mut found: Vec<_> = child.into_iter().chain(own).collect();
        let import = |path: &NamePath| self.follow(module, path, left);
        found.extend(imported.get(name).into_iter().flatten().map(import));
        if found.is_empty() {
            found.extend(globs.iter().filter_map(|path| match self.follow(module, path, left) {
                Target::Module(of) if of != module => self.find(of, name, is_last, left.checked_sub(1)?),
                _ => None,
            }));
        }
        let wanted = |target: &&Target| matches!(target, Target::Module(_)) != is_last;
        found.iter().find(wanted).or(found.first()).cloned()
    }

    /// What is not seen in a module may be made by a macro in it, or come from all that it imports.
    fn unseen(&self, module: usize, name: &str) -> Target {
        let Module { has_macros, globs, file, .. } = &self.modules[module];
        let comes_from_outside =
            globs.iter().any(|path| !matches!(self.resolve(module, path), Target::Module(_)));
        match () {
            () if *has_macros => Target::Defined { file: file.clone(), name: name.to_owned() },
            () if comes_from_outside => Target::Outside,
            () => Target::Missing,
        }
    }
}
