//! `cargo bench --bench paths`: what is done at every key, page and frame, without a terminal and without a
//! service, at few and at very many images.
//!
//! Times differ from machine to machine. `.ci/instructions` counts instructions instead, which don't.

mod stage;

use std::hint::black_box;

use divan::{AllocProfiler, Bencher};
use sagescope::domain::Text;

use stage::Stage;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

/// How many images there are.
const IMAGES: [usize; 2] = [100, 100_000];

fn main() {
    let mut args = std::env::args().skip(1);
    match (args.next().as_deref(), args.next()) {
        (Some("count"), Some(path)) => count(&path),
        (Some("names"), None) => PATHS.iter().for_each(|(name, _)| println!("{name}")),
        _ => divan::main(),
    }
}

/// Makes ready, and gives what is to be counted.
type Make = fn() -> Box<dyn FnMut()>;

/// What can be counted.
const PATHS: [(&str, Make); 7] = [
    ("frame", || on_stage(Stage::draw)),
    ("diff", || on_stage(|stage| stage.press("jk").paint())),
    ("key", || {
        on_stage(|stage| {
            stage.press("jk");
        })
    }),
    ("sort", || {
        on_stage(|stage| {
            stage.press("s").rest();
        })
    }),
    ("filter", || {
        on_stage(|stage| {
            stage.press("/gpu").rest().press("\u{1b}").rest();
        })
    }),
    ("page", || Box::new(|| drop(Stage::of(10_000)))),
    ("clean", || Box::new(|| clean_all(&texts()))),
];

fn on_stage(path: impl Fn(&mut Stage) + 'static) -> Box<dyn FnMut()> {
    let mut stage = Stage::of(20_000);
    stage.draw();
    Box::new(move || path(&mut stage))
}

fn count(path: &str) {
    let Some((_, make)) = PATHS.iter().find(|(name, _)| *name == path) else {
        return eprintln!("no path {path:?}");
    };
    counted(&mut *make());
}

/// What is done in here is counted, and nothing else.
#[inline(never)]
fn counted(path: &mut dyn FnMut()) {
    path();
}

#[divan::bench(args = IMAGES)]
fn frame(bencher: Bencher<'_, '_>, images: usize) {
    let mut stage = Stage::of(images);
    bencher.bench_local(move || stage.draw());
}

/// The cursor moves, and what has changed is written.
#[divan::bench(args = IMAGES)]
fn diff(bencher: Bencher<'_, '_>, images: usize) {
    let mut stage = Stage::of(images);
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(move || stage.press(keys.next().unwrap_or("j")).paint());
}

#[divan::bench(args = IMAGES)]
fn key(bencher: Bencher<'_, '_>, images: usize) {
    let mut stage = Stage::of(images);
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(move || {
        stage.press(keys.next().unwrap_or("j"));
    });
}

/// Another order, to its end; a key waits for a part of that at the most.
#[divan::bench(args = IMAGES, sample_count = 20)]
fn sort(bencher: Bencher<'_, '_>, images: usize) {
    let mut stage = Stage::of(images);
    bencher.bench_local(move || {
        stage.press("s").rest();
    });
}

/// The part of it that a key waits for.
#[divan::bench(args = IMAGES, sample_count = 20)]
fn sort_first_part(bencher: Bencher<'_, '_>, images: usize) {
    let mut stage = Stage::of(images);
    bencher.bench_local(move || {
        stage.press("s");
    });
}

/// A letter of a filter, and the first that it finds.
#[divan::bench(args = IMAGES, sample_count = 20)]
fn filter_first_part(bencher: Bencher<'_, '_>, images: usize) {
    let mut stage = Stage::of(images);
    stage.press("/");
    bencher.bench_local(move || {
        stage.press("g").press("\u{8}");
    });
}

/// A filter of three letters, to its end.
#[divan::bench(args = IMAGES, sample_count = 20)]
fn filter(bencher: Bencher<'_, '_>, images: usize) {
    let mut stage = Stage::of(images);
    bencher.bench_local(move || {
        stage.press("/gpu").rest().press("\u{1b}").rest();
    });
}

/// A whole list, page by page.
#[divan::bench(args = IMAGES, sample_count = 5)]
fn list(images: usize) -> Stage {
    Stage::of(images)
}

#[divan::bench]
fn clean(bencher: Bencher<'_, '_>) {
    let texts = texts();
    bencher.bench_local(move || clean_all(&texts));
}

/// As they come from a service, and as they do not.
fn texts() -> Vec<String> {
    let plain = "PyTorch 2.4 with the vision team's libraries, nightly line, build 4711 for gpu.";
    let foreign = "機械学習のための画像、毎晩作られます。 Für das Team Bildanalyse.";
    let hostile = "\u{1b}[31mred\u{1b}[0m gpj\u{202e}exe \u{9b}2J two\r\nlines";
    [plain, foreign, hostile].iter().map(|text| text.repeat(3)).collect()
}

fn clean_all(texts: &[String]) {
    for text in texts {
        black_box(Text::clean(black_box(text)));
    }
}
