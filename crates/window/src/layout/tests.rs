//! Tables of places, with letters of seven pixels in lines of sixteen.

use super::{Place, Ruler, Size, height, place};
use crate::view::{EditStyle, FormLine, Kind, LabelStyle, Node, Weight};

/// A screen of one pixel for each 96th of an inch, times a factor.
struct Plain(i32);

impl Ruler for Plain {
    fn scale(&self, length: i32) -> i32 {
        length * self.0
    }

    fn text(&self, text: &str, _style: LabelStyle, width: i32) -> Size {
        let (letter, line) = (7 * self.0, 16 * self.0);
        let (mut lines, mut at, mut widest) = (1, 0_i32, 0);
        for word in text.split_inclusive(' ') {
            let own = word.len() as i32 * letter;
            if at > 0 && at.saturating_add(own) > width {
                (lines, at) = (lines + 1, 0);
            }
            at += own;
            widest = widest.max(at);
        }
        Size { width: widest, height: lines * line }
    }

    fn scroll_bar(&self) -> i32 {
        17 * self.0
    }
}

const INSIDE: Place = Place { x: 0, y: 0, width: 400, height: 300 };

fn button(id: &str) -> Node {
    Node::button(id, id, Weight::Plain)
}

#[test]
fn no_two_controls_of_a_window_lie_on_each_other_and_none_sticks_out() {
    let texts = ["Next", "Jetzt nicht installieren, sondern später daran erinnern", "Einstellungen …"];
    for factor in [1, 2] {
        for text in texts {
            let row = Node::Row(vec![button("Settings…"), Node::Fill, button("Back"), button(text)]);
            let label = Node::label(text.repeat(3), LabelStyle::Heading);
            let list = Kind::Text { text: String::new(), lines: 3 }.named("text");
            let inside = Place { width: 640 * factor, height: 480 * factor, ..INSIDE };
            let found = place(&Node::Column(vec![label, list, row]), inside, &Plain(factor)).places;
            for (number, one) in found.iter().enumerate() {
                assert!(one.x + one.width <= inside.width && one.y + one.height <= inside.height, "{one:?}");
                for other in &found[number + 1..] {
                    let beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
                    let below = one.y + one.height <= other.y || other.y + other.height <= one.y;
                    assert!(beside || below, "{text} × {factor}: {one:?} {other:?}");
                }
            }
        }
    }
}

#[test]
fn buttons_stand_at_the_sides_and_go_to_a_further_line_when_they_do_not_fit() {
    let check = |labels: &[&str], expected: &[(i32, i32)]| {
        let mut nodes: Vec<Node> = labels.iter().map(|label| button(label)).collect();
        nodes.insert(1, Node::Fill);
        let found = place(&Node::Row(nodes), INSIDE, &Plain(1)).places;
        let corners: Vec<(i32, i32)> = found.iter().map(|place| (place.x, place.y)).collect();
        assert_eq!(corners, expected, "{labels:?}");
    };
    let long = "x".repeat(40);
    check(&["a", "b"], &[(0, 0), (312, 0)]);
    check(&["a", "b", "c"], &[(0, 0), (216, 0), (312, 0)]);
    check(&["a", &long], &[(0, 0), (94, 35)]);
}

#[test]
fn what_grows_takes_the_height_that_is_left() {
    let text = || Kind::Text { text: String::new(), lines: 2 }.unnamed();
    let found = place(&Node::Column(vec![text(), button("a"), text()]), INSIDE, &Plain(1)).places;
    assert_eq!(found.iter().map(|place| place.height).collect::<Vec<_>>(), [128, 27, 129]);
}

#[test]
fn a_label_wraps_beside_a_picture_instead_of_going_below_it() {
    let picture = Kind::Picture { ico: None, size: 32 }.unnamed();
    let label = Node::label("word ".repeat(60), LabelStyle::Plain);
    let found = place(&Node::Row(vec![picture, label]), INSIDE, &Plain(1)).places;
    assert_eq!((found[1].x, found[1].width, found[1].y), (40, 360, 0));
    assert_eq!(found[1].height, 16 * 6);
}

#[test]
fn fields_of_a_form_begin_at_the_same_place() {
    let line = |label: &str| FormLine {
        label: label.to_owned(),
        field: Node::edit(label, "", EditStyle::Line),
        note: Some(Node::label("note", LabelStyle::Quiet)),
    };
    let form = Node::Form(vec![line("Name"), line("Password")]);
    let found = place(&form, INSIDE, &Plain(1)).places;
    assert_eq!(found.iter().map(|place| place.x).collect::<Vec<_>>(), [0, 65, 65, 0, 65, 65]);
    assert_eq!(height(&form, 400, &Plain(1)).least, 2 * (24 + 19) + 8);
}

#[test]
fn what_is_too_high_is_scrolled_and_leaves_room_for_the_bar() {
    let rows =
        |count: usize| Node::Column((0..count).map(|_| Node::label("row", LabelStyle::Plain)).collect());
    let check = |count: usize, expected: i32| {
        let scroll = Node::Scroll { id: "scroll".to_owned(), body: Box::new(rows(count)) };
        let found = place(&scroll, INSIDE, &Plain(1));
        assert_eq!(found.panels, [(0, expected)]);
        assert_eq!(found.places[0], INSIDE);
        assert_eq!(found.places[1].width, if expected > INSIDE.height { 380 } else { 400 });
    };
    check(3, 300);
    check(20, 20 * 16 + 19 * 8);
}
