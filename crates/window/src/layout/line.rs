//! The lines of a row: what does not fit beside the others goes to a further line.

use super::{GAP, Height, Layout, Place, Width};
use crate::view::Node;

/// Where a node of a row goes: its beginning in its line and its width.
struct Slot<'a> {
    node: &'a Node,
    x: i32,
    width: i32,
}

impl Layout<'_> {
    /// The lines of a row.
    fn lines<'a>(&self, nodes: &'a [Node], width: i32) -> Vec<Vec<Slot<'a>>> {
        let gap = self.scale(GAP);
        let mut lines: Vec<Vec<(&Node, Width)>> = Vec::new();
        let mut used = 0;
        for node in nodes {
            let own = self.width(node);
            match lines.last_mut() {
                Some(line) if used + gap + own.least <= width => {
                    line.push((node, own));
                    used += gap + own.least;
                }
                _ => {
                    lines.push(vec![(node, own)]);
                    used = own.least;
                }
            }
        }
        let fills = nodes.contains(&Node::Fill);
        lines.into_iter().map(|line| spread(&line, width, gap, fills)).collect()
    }

    pub(super) fn row_height(&self, nodes: &[Node], width: i32) -> Height {
        let lines = self.lines(nodes, width);
        let gaps = self.scale(GAP) * (lines.len() as i32 - 1).max(0);
        let sum = lines.iter().map(|line| self.line(line)).fold(Height::default(), |sum, line| Height {
            least: sum.least + line.least,
            grows: sum.grows || line.grows,
        });
        Height { least: sum.least + gaps, ..sum }
    }

    fn line(&self, line: &[Slot<'_>]) -> Height {
        let heights = line
            .iter()
            .filter(|slot| *slot.node != Node::Fill)
            .map(|slot| self.height(slot.node, slot.width));
        heights.fold(Height::default(), |highest, height| Height {
            least: highest.least.max(height.least),
            grows: highest.grows || height.grows,
        })
    }

    pub(super) fn place_row(&mut self, nodes: &[Node], at: Place) {
        let lines = self.lines(nodes, at.width);
        let mut left = (at.height - self.row_height(nodes, at.width).least).max(0);
        let mut y = at.y;
        for line in lines {
            let own = self.line(&line);
            let mut height = own.least;
            if own.grows {
                height += std::mem::take(&mut left);
            }
            for slot in line {
                let needs = self.height(slot.node, slot.width);
                let high = if needs.grows { height } else { needs.least };
                let x = at.x + slot.x;
                self.place(
                    slot.node,
                    Place { x, y: y + (height - high) / 2, width: slot.width, height: high },
                );
            }
            y += height + self.scale(GAP);
        }
    }
}

/// Gives the width that is left to what needs more, and then to what takes more.
fn spread<'a>(line: &[(&'a Node, Width)], width: i32, gap: i32, fills: bool) -> Vec<Slot<'a>> {
    let mut widths: Vec<i32> = line.iter().map(|(_, own)| own.least.min(width)).collect();
    let gaps = gap * (line.len() as i32 - 1).max(0);
    let mut left = (width - widths.iter().sum::<i32>() - gaps).max(0);
    for (given, (_, own)) in widths.iter_mut().zip(line) {
        let more = (own.natural - *given).clamp(0, left);
        *given += more;
        left -= more;
    }
    let mut growing = line.iter().filter(|(_, own)| own.grows).count() as i32;
    // A line behind one that fills the row stands at the end, as that one does.
    let mut x = if growing == 0 && fills { left } else { 0 };
    let mut slots = Vec::new();
    for (given, (node, own)) in widths.iter_mut().zip(line) {
        if own.grows {
            let more = left / growing.max(1);
            (left, growing) = (left - more, growing - 1);
            *given += more;
        }
        slots.push(Slot { node, x, width: *given });
        x += *given + gap;
    }
    slots
}
