//! The texts of all rows, many in one piece of memory.

use std::collections::HashMap;

use crate::app::list::Round;
use crate::domain::{Image, ImageStatus, Text, TextBlock, TextPacker};

use super::row::{PackedArn, Row, StatusIndex, TextLength};

/// The texts of the rows of a list, and what many of them have in common.
#[derive(Debug, Default)]
pub struct Pool {
    blocks: Vec<Block>,
    /// Blocks that no row has texts in.
    free: Vec<u32>,
    /// The statuses that occur.
    statuses: Vec<ImageStatus>,
    /// Where each of them is: a service may have a word of its own for every image.
    status_indices: HashMap<ImageStatus, StatusIndex>,
    /// What stands before the name in the ARNs that occur.
    heads: Vec<Text>,
}

#[derive(Debug, Default)]
struct Block {
    texts: TextBlock,
    /// How many rows have their texts in it.
    rows: u32,
}

/// A block is full with so many bytes: a row that stays when all others go keeps no more than this.
const FULL: u32 = 16 * 1024;
/// Where ARNs have more heads than this, each is kept as it is.
const MOST_HEADS: usize = 16;

impl Pool {
    /// Rows for these images, which came in that round of loading.
    pub fn rows_of<'a>(&mut self, images: impl Iterator<Item = &'a Image>, round: Round) -> Vec<Row> {
        let (mut rows, mut packer) = (Vec::with_capacity(images.size_hint().0), TextPacker::default());
        let mut block = self.begin_block();
        for image in images {
            rows.push(self.row(image, block, &mut packer, round));
            if packer.end() >= FULL {
                self.blocks[block as usize].texts = packer.seal();
                block = self.begin_block();
            }
        }
        if self.blocks[block as usize].rows == 0 {
            self.free.push(block);
        } else {
            self.blocks[block as usize].texts = packer.seal();
        }
        rows
    }

    /// A row has gone, or another has taken its place.
    pub fn release(&mut self, row: &Row) {
        let Some(block) = self.blocks.get_mut(row.block as usize) else { return };
        block.rows = block.rows.saturating_sub(1);
        if block.rows == 0 {
            block.texts = TextBlock::default();
            self.free.push(row.block);
        }
    }

    /// The block that the texts of a row are in.
    pub fn block(&self, row: &Row) -> &TextBlock {
        &self.blocks[row.block as usize].texts
    }

    /// The status of a row.
    pub fn status(&self, row: &Row) -> Option<&ImageStatus> {
        self.statuses.get(row.status?.get() as usize - 1)
    }

    /// What stands before the name in the ARN of a row.
    pub fn head(&self, row: &Row) -> Option<&Text> {
        let PackedArn::Head(head) = row.arn else { return None };
        self.heads.get(head as usize)
    }

    fn begin_block(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.blocks.push(Block::default());
            u32::try_from(self.blocks.len() - 1).unwrap_or(u32::MAX)
        })
    }

    fn row(&mut self, image: &Image, block: u32, packer: &mut TextPacker, round: Round) -> Row {
        self.blocks[block as usize].rows += 1;
        let start = packer.end();
        let name = packer.push_name(&image.name);
        let mut push =
            |text: Option<&Text>| text.map_or(TextLength::NONE, |text| TextLength::of(packer.push(text)));
        let display_name = push(image.display_name.as_ref());
        let description = push(image.description.as_ref());
        let failure_reason = push(image.failure_reason.as_ref());
        let arn = match (&image.arn, self.head_of(image)) {
            (None, _) => PackedArn::None,
            (Some(_), Some(head)) => PackedArn::Head(head),
            (Some(arn), None) => PackedArn::Own(packer.push(arn)),
        };
        Row {
            created: image.created.into(),
            modified: image.modified.into(),
            block,
            start,
            name,
            display_name,
            description,
            failure_reason,
            arn,
            status: image.status.as_ref().and_then(|status| self.index_of(status)),
            round,
        }
    }

    /// The head of the ARN of an image, if that ends in its name.
    fn head_of(&mut self, image: &Image) -> Option<u32> {
        let arn = image.arn.as_ref().filter(|arn| !arn.is_altered() && !image.name.is_altered())?;
        let head = arn.as_str().strip_suffix(image.name.as_str())?;
        let known = self.heads.iter().position(|known| known.as_str() == head);
        let at = known.or_else(|| {
            let has_room = self.heads.len() < MOST_HEADS;
            has_room.then(|| self.heads.push(Text::clean(head))).map(|()| self.heads.len() - 1)
        });
        u32::try_from(at?).ok()
    }

    fn index_of(&mut self, status: &ImageStatus) -> Option<StatusIndex> {
        if let Some(index) = self.status_indices.get(status) {
            return Some(*index);
        }
        self.statuses.push(status.clone());
        let index = StatusIndex::new(u32::try_from(self.statuses.len()).ok()?)?;
        self.status_indices.insert(status.clone(), index);
        Some(index)
    }
}
