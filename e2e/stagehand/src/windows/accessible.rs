//! What a screen reader calls a control.

use stagehand::Control;

/// The name by which accessibility knows a control; `None` where it knows none.
pub(super) fn name(_control: u64) -> Option<String> {
    None
}

/// The name where accessibility is silent: what stands on a control, or the label directly before it.
pub(super) fn name_by_label(control: &Control, before: Option<&Control>) -> String {
    let plain = |text: &str| text.replace('&', "");
    let is = |control: &Control, name: &str| control.class.eq_ignore_ascii_case(name);
    if is(control, "Button") || is(control, "Static") || is(control, "SysLink") {
        return plain(&control.text);
    }
    before.filter(|label| is(label, "Static")).map(|label| plain(&label.text)).unwrap_or_default()
}
