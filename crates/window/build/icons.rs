//! The icons, drawn: a disc of a middle tone with a rim, to be seen on light and on dark, and on it a sign, so that no colour has to be told
//! from another. Lengths are parts of the icon's width.

use std::error::Error;
use std::fs::File;

use tiny_skia::{Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, Transform};

/// The widths of each icon, in pixels.
const SIZES: &[u32] = &[16, 20, 24, 32, 48, 256];
/// How often each pixel is looked at, across and down, for smooth edges at small sizes.
const SMOOTH: u32 = 4;
/// In how many steps a moving icon moves.
const STEPS: u16 = 4;

/// What an icon shows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Picture {
    /// OX Updater: an arrow down to a line, as what is fetched.
    Updater,
    /// The generator: the brackets of an element.
    Generator,
    /// It rests: a dot, and no tick, since it rests as well where nobody has looked yet or the server is away.
    Idle,
    /// It looks: a ring with a gap that goes around, at this step.
    Looking(u16),
    /// Updates: the arrow, which moves down, at this step.
    Available(u16),
    /// It works: three dots.
    Working,
    /// It needs the person: an exclamation mark.
    Attention,
}

/// The icons of OX Updater, by their numbers; `src/icon.rs` of the program knows the same numbers.
const UPDATER: &[(u16, Picture)] = &[
    (1, Picture::Updater),
    (10, Picture::Idle),
    (20, Picture::Looking(0)),
    (21, Picture::Looking(1)),
    (22, Picture::Looking(2)),
    (23, Picture::Looking(3)),
    (30, Picture::Available(0)),
    (31, Picture::Available(1)),
    (32, Picture::Available(2)),
    (33, Picture::Available(3)),
    (40, Picture::Working),
    (50, Picture::Attention),
];

/// The icons of the generator.
const GENERATOR: &[(u16, Picture)] = &[(1, Picture::Generator)];

/// The icons of a program by their numbers; that of the program itself is 1.
pub(crate) fn of(program: &str) -> &'static [(u16, Picture)] {
    if program == "OXUpdater" { UPDATER } else { GENERATOR }
}

const BLUE: [u8; 3] = [0x1B, 0x6E, 0xC2];
const ORANGE: [u8; 3] = [0xC7, 0x5B, 0x12];
const WHITE: [u8; 3] = [0xFF, 0xFF, 0xFF];

/// Writes an icon in all its sizes.
pub(crate) fn draw(picture: Picture, file: File) -> Result<(), Box<dyn Error>> {
    let mut icon = ico::IconDir::new(ico::ResourceType::Icon);
    for size in SIZES {
        let pixels = smaller(&large(picture, size * SMOOTH)?, *size);
        let image = ico::IconImage::from_rgba_data(*size, *size, pixels);
        // Windows reads PNG in icons of this size only, whatever its version.
        let entry = if *size < 256 {
            ico::IconDirEntry::encode_as_bmp(&image)?
        } else {
            ico::IconDirEntry::encode_as_png(&image)?
        };
        icon.add_entry(entry);
    }
    Ok(icon.write(file)?)
}

fn large(picture: Picture, size: u32) -> Result<Pixmap, Box<dyn Error>> {
    let mut canvas =
        Canvas { pixmap: Pixmap::new(size, size).ok_or("no room for an icon")?, size: size as f32 };
    let disc = match picture {
        Picture::Updater | Picture::Generator | Picture::Idle | Picture::Looking(_) | Picture::Working => {
            BLUE
        }
        Picture::Available(_) | Picture::Attention => ORANGE,
    };
    canvas.disc(0.5, 0.5, 0.5, WHITE);
    canvas.disc(0.5, 0.5, 0.455, disc);
    match picture {
        Picture::Updater => canvas.arrow(0.0),
        Picture::Generator => {
            canvas.line(&[(0.40, 0.30), (0.22, 0.50), (0.40, 0.70)]);
            canvas.line(&[(0.60, 0.30), (0.78, 0.50), (0.60, 0.70)]);
        }
        Picture::Idle => canvas.disc(0.5, 0.5, 0.13, WHITE),
        Picture::Looking(step) => canvas.ring(step),
        Picture::Available(step) => canvas.arrow(-0.04 + 0.03 * f32::from(step % STEPS)),
        Picture::Working => {
            for x in [0.26, 0.5, 0.74] {
                canvas.disc(x, 0.5, 0.085, WHITE);
            }
        }
        Picture::Attention => {
            canvas.line(&[(0.5, 0.25), (0.5, 0.54)]);
            canvas.disc(0.5, 0.73, 0.075, WHITE);
        }
    }
    Ok(canvas.pixmap)
}

/// The middle of each square of pixels, as light is mixed: weighted by how much of it is to be seen.
fn smaller(pixmap: &Pixmap, size: u32) -> Vec<u8> {
    let mut pixels = Vec::new();
    for (y, x) in (0..size).flat_map(|y| (0..size).map(move |x| (y, x))) {
        let mut sum = [0_u32; 4];
        for (down, right) in (0..SMOOTH).flat_map(|down| (0..SMOOTH).map(move |right| (down, right))) {
            if let Some(pixel) = pixmap.pixel(x * SMOOTH + right, y * SMOOTH + down) {
                let parts = [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()];
                for (sum, part) in sum.iter_mut().zip(parts) {
                    *sum += u32::from(part);
                }
            }
        }
        let [red, green, blue, alpha] = sum;
        let whole = alpha.max(1);
        pixels.extend([red, green, blue].map(|part| (part * 255 / whole).min(255) as u8));
        pixels.push((alpha / (SMOOTH * SMOOTH)) as u8);
    }
    pixels
}

struct Canvas {
    pixmap: Pixmap,
    size: f32,
}

impl Canvas {
    fn paint([red, green, blue]: [u8; 3]) -> Paint<'static> {
        let mut paint = Paint::default();
        paint.set_color(Color::from_rgba8(red, green, blue, 255));
        paint.anti_alias = true;
        paint
    }

    fn disc(&mut self, x: f32, y: f32, radius: f32, colour: [u8; 3]) {
        if let Some(path) = PathBuilder::from_circle(x * self.size, y * self.size, radius * self.size) {
            self.pixmap.fill_path(
                &path,
                &Self::paint(colour),
                FillRule::Winding,
                Transform::identity(),
                None,
            );
        }
    }

    fn stroke(&mut self, path: Option<&Path>) {
        let stroke = Stroke {
            width: 0.115 * self.size,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        if let Some(path) = path {
            self.pixmap.stroke_path(path, &Self::paint(WHITE), &stroke, Transform::identity(), None);
        }
    }

    fn line(&mut self, points: &[(f32, f32)]) {
        let mut path = PathBuilder::new();
        for (number, (x, y)) in points.iter().enumerate() {
            let (x, y) = (x * self.size, y * self.size);
            if number == 0 {
                path.move_to(x, y);
            } else {
                path.line_to(x, y);
            }
        }
        self.stroke(path.finish().as_ref());
    }

    fn arrow(&mut self, down: f32) {
        self.line(&[(0.5, 0.24 + down), (0.5, 0.56 + down)]);
        self.line(&[(0.34, 0.42 + down), (0.5, 0.58 + down), (0.66, 0.42 + down)]);
        self.line(&[(0.3, 0.76), (0.7, 0.76)]);
    }

    fn ring(&mut self, step: u16) {
        let begin = f32::from(step) * std::f32::consts::TAU / f32::from(STEPS);
        let points: Vec<(f32, f32)> = (0..=40)
            .map(|part| begin + part as f32 / 40.0 * std::f32::consts::TAU * 0.72)
            .map(|angle| (0.5 + 0.23 * angle.cos(), 0.5 + 0.23 * angle.sin()))
            .collect();
        self.line(&points);
    }
}
