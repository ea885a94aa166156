//! What is to be seen of a key.

use sagescope::keys::Sequence;

use super::script::{Before, bytes, run};
use super::world::{Kind, World};

/// What is to be seen of a key.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    /// Which program.
    kind: Kind,
    /// What leads to where the key is pressed; done once.
    open: &'static str,
    /// What is done before the key, each time.
    before: &'static str,
    /// What is waited for after it.
    sees: &'static str,
    /// What leads back to where `open` led, if that is easy.
    back: Option<&'static str>,
}

impl Expected {
    /// What those have in common that can share a program.
    pub fn place(&self) -> String {
        format!("{:?} {}", self.kind, self.open)
    }

    pub fn open(&self) -> World {
        let mut world = World::begin(self.kind);
        let before = Before::of(&world);
        run(&mut world, self.open, &before);
        world
    }

    pub fn press(&self, world: &mut World, keys: &Sequence) {
        let nothing = Before::of(world);
        run(world, self.before, &nothing);
        if self.sees.contains("changed") {
            world.window.catches_up();
        }
        let before = Before::of(world);
        for chord in keys.iter() {
            world.window.send(&bytes(&chord.written()));
        }
        run(world, self.sees, &before);
    }

    /// Whether it is where `open` led again.
    pub fn goes_back(&self, world: &mut World) -> bool {
        let Some(back) = self.back else { return false };
        let before = Before::of(world);
        run(world, back, &before);
        true
    }

    /// The same, with something done before the key.
    pub const fn after(self, before: &'static str) -> Self {
        Self { before, ..self }
    }

    /// The same, with the way back.
    pub const fn back(self, back: &'static str) -> Self {
        Self { back: Some(back), ..self }
    }
}

/// Somewhere.
#[derive(Debug, Clone, Copy)]
pub struct At(pub Kind, pub &'static str);

impl At {
    pub const fn sees(self, sees: &'static str) -> Expected {
        Expected { kind: self.0, open: self.1, before: "", sees, back: None }
    }
}
