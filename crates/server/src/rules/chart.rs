//! Pictures of numbers, as SVG: how many of all, and how shares change over days.
//!
//! Drawn with classes alone, so that the style sheet decides about colours, by day and by night. Words and numbers stand beside
//! the pictures, in tables: nobody has to see one to know what it shows.

use maud::{Markup, html};

/// The width of a picture, in units of its own; it is stretched to its place.
const WIDTH: f64 = 600.0;
/// The height of a picture.
const HEIGHT: f64 = 160.0;
/// How many colours there are; series beyond them begin again.
pub(crate) const COLOURS: usize = 8;

/// One day of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Point {
    /// Which day, counted from any.
    pub(crate) day: i64,
    /// The values of that day, in the order of the series.
    pub(crate) values: Vec<u32>,
}

/// The class of a series' colour.
pub(crate) fn colour(series: usize) -> String {
    format!("series-{}", series % COLOURS)
}

/// A bar: how many of all. It says nothing to a screen reader, since the numbers stand beside it.
pub(crate) fn bar(class: &str, part: u32, all: u32) -> Markup {
    let share = if all == 0 { 0.0 } else { f64::from(part.min(all)) / f64::from(all) };
    html! {
        svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect class="bar-all" width="100" height="10" {}
            rect class=(class) width=(units(share * 100.0)) height="10" {}
        }
    }
}

/// Areas on top of each other, the first series at the bottom. `classes` gives each series its colour; `None` with fewer than two
/// days, which make no course.
pub(crate) fn areas(title: &str, description: &str, classes: &[String], points: &[Point]) -> Option<Markup> {
    let (first, last) = (points.first()?.day, points.last()?.day);
    if last <= first {
        return None;
    }
    let highest = points.iter().map(|point| total(&point.values)).max().filter(|highest| *highest > 0)?;
    let across = |day: i64| (day - first) as f64 / (last - first) as f64 * WIDTH;
    let up = |value: u64| HEIGHT - value as f64 / highest as f64 * HEIGHT;
    // The edge above so many series, from the left.
    let edge = |series: usize| -> Vec<(f64, f64)> {
        let at = |point: &Point| {
            let below = point.values.get(..series).unwrap_or(&point.values);
            (across(point.day), up(total(below)))
        };
        points.iter().map(at).collect()
    };
    let outlines = classes.iter().enumerate().map(|(series, class)| {
        let corners: Vec<String> = edge(series + 1)
            .into_iter()
            .chain(edge(series).into_iter().rev())
            .map(|(across, down)| format!("{},{}", units(across), units(down)))
            .collect();
        (class, corners.join(" "))
    });
    Some(html! {
        svg class="chart" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } preserveAspectRatio="none" role="img" {
            title { (title) }
            desc { (description) }
            @for (class, corners) in outlines { polygon class=(class) points=(corners) {} }
        }
    })
}

fn total(values: &[u32]) -> u64 {
    values.iter().map(|value| u64::from(*value)).sum()
}

/// A length to a tenth, without a zero at its end.
fn units(length: f64) -> String {
    let tenths = format!("{length:.1}");
    tenths.strip_suffix(".0").map_or(tenths.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{COLOURS, Point, areas, bar, colour};

    fn point(day: i64, values: &[u32]) -> Point {
        Point { day, values: values.to_vec() }
    }

    fn drawn(points: &[Point]) -> Option<String> {
        let classes = [colour(0), colour(1)];
        areas("Notes", "Of 4 devices 3 have 2.0.0.", &classes, points).map(|markup| markup.0)
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let check = |part, all, expected: &str| {
            let drawn = bar("series-0", part, all).0;
            let width = format!("class=\"series-0\" width=\"{expected}\"");
            assert!(drawn.contains(&width), "{part} of {all}: {drawn}");
        };
        check(0, 0, "0");
        check(1_204, 1_310, "91.9");
        check(1, 2, "50");
        check(3, 2, "100");
        check(u32::MAX, u32::MAX, "100");
    }

    #[test]
    fn a_course_is_drawn() {
        let points = [point(100, &[0, 4]), point(101, &[1, 3]), point(103, &[3, 1])];
        insta::assert_snapshot!(drawn(&points).unwrap(), @r#"<svg class="chart" viewBox="0 0 600 160" preserveAspectRatio="none" role="img"><title>Notes</title><desc>Of 4 devices 3 have 2.0.0.</desc><polygon class="series-0" points="0,160 200,120 600,40 600,160 200,160 0,160"></polygon><polygon class="series-1" points="0,0 200,0 600,0 600,40 200,120 0,160"></polygon></svg>"#);
    }

    #[test]
    fn what_makes_no_course_is_not_drawn() {
        assert_eq!(drawn(&[]), None);
        assert_eq!(drawn(&[point(1, &[1, 2])]), None);
        assert_eq!(drawn(&[point(1, &[0, 0]), point(2, &[0, 0])]), None);
        assert_eq!(drawn(&[point(2, &[1]), point(1, &[1])]), None);
        assert!(drawn(&[point(1, &[]), point(2, &[u32::MAX, u32::MAX])]).is_some());
    }

    #[test]
    fn words_are_no_markup_and_colours_begin_again() {
        let points = [point(1, &[1]), point(2, &[1])];
        let drawn = areas("<script>", "</desc><style>", &[colour(COLOURS)], &points).unwrap().0;
        assert!(!drawn.contains("<script") && !drawn.contains("<style"), "{drawn}");
        assert!(drawn.contains("series-0") && !drawn.contains(" style="), "{drawn}");
    }
}
