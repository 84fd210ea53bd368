//! What is said when an update has ended: the result, and beside it what is for those who want to know more.

use catalog::report::OutcomeKind;
use console::style;
use text::{Message, message};

use super::Run;
use super::console::Form;
use super::exit::Failure;
use crate::failure;
use crate::updater::Ended;

/// What is said of one update.
struct Said {
    /// What came of it.
    headline: Message,
    /// What the person can do about it.
    way_out: Option<Message>,
    /// How it is tried again, if not by itself.
    again: Option<Message>,
    /// What stands beside the result.
    aside: Vec<Message>,
}

impl Run<'_> {
    /// Says what came of one update; codes and files are details.
    pub(super) fn tell_end(&self, ended: &Ended) -> Result<(), Failure> {
        if self.console.form() == Form::Json {
            return Ok(());
        }
        let said = said(ended);
        let headline = style(self.console.word(&said.headline));
        let is_success = ended.outcome.kind.is_success();
        let headline = if is_success { headline.green() } else { headline.red() };
        self.console.print(&format!("{headline}\n"))?;
        for sentence in said.way_out.iter().chain(&said.again) {
            self.console.say(sentence)?;
        }
        for sentence in &said.aside {
            self.console.aside(sentence);
        }
        Ok(())
    }
}

fn said(ended: &Ended) -> Said {
    let outcome = &ended.outcome;
    let failure = outcome.failure.as_ref();
    let mut aside: Vec<Message> = failure.map(failure::Failure::for_the_administrator).into_iter().collect();
    let is_expected = outcome.kind == OutcomeKind::Cancelled
        || outcome.kind.is_success()
            && outcome.exit_code.is_some_and(|code| matches!(code.0, 0 | 1641 | 3010));
    // Whoever cancels knows why; a version that is there needs no details, unless Windows Installer says otherwise.
    let code = outcome.exit_code.filter(|_| failure.is_some() || !is_expected);
    if let Some((code, log)) = code.zip(ended.past.log.as_ref()) {
        aside.push(message!("cli-details", code = code.0.to_string(), log = log.display()));
    }
    aside.extend(failure.map(failure::Failure::said_details).unwrap_or_default());
    let again = ended.held.map(|_| by_its_name(&ended.past.report.product));
    Said { headline: outcome.sentence.clone(), way_out: failure.map(failure::Failure::way_out), again, aside }
}

/// That a product is not tried again by itself, and how a person has it tried again.
pub(super) fn by_its_name(name: &str) -> Message {
    let is_one_word = name.chars().all(|letter| letter.is_alphanumeric() || "-_.".contains(letter));
    let name = if is_one_word { name.to_owned() } else { format!("\"{name}\"") };
    message!("cli-again-by-name", name = name)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use text::Language;
    use uuid::Uuid;

    use super::{by_its_name, said};
    use crate::examples::{installed, product};
    use crate::failure::log::Log;
    use crate::guard::Held;
    use crate::machine::ExitCode;
    use crate::outcome::{Outcome, judge};
    use crate::report::{Install, report};
    use crate::state::Past;
    use crate::updater::Ended;

    const LOG: &str = "Action start 9:14:03: StartServices.\n\
        Error 1920. Service 'OX Sync' (oxsync) failed to start.\n\
        Action ended 9:14:03: StartServices. Return value 3.";

    /// What a person reads after an install of Notes 7.8.4, line by line.
    fn lines(code: u32, after: &[&str], log: &str, language: Language) -> String {
        let offered = product("Notes", "7.8.4");
        let after: Vec<_> = after.iter().map(|version| installed(version)).collect();
        let outcome = judge(ExitCode(code), &offered, &after);
        ended_lines(outcome.explained(&offered, || Log::read(log.as_bytes(), None)), language)
    }

    fn ended_lines(outcome: Outcome, language: Language) -> String {
        held_lines(outcome, None, language)
    }

    fn held_lines(outcome: Outcome, held: Option<Held>, language: Language) -> String {
        let offered = product("Notes", "7.8.4");
        let (duration, ended_at) = (Duration::ZERO, 0);
        let install = Install { product: &offered, before: None, outcome: &outcome, duration, ended_at };
        let report = report(Uuid::nil(), &install);
        let past = Past { report, log: Some("1-Notes.log".into()), offer: None, cause: None };
        let said = said(&Ended { outcome, before: None, past, unkept: None, held });
        let all = [Some(said.headline), said.way_out, said.again].into_iter().flatten().chain(said.aside);
        all.map(|message| message.say(language)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_failure_says_what_happened_and_the_ways_out_before_the_details() {
        insta::assert_snapshot!(lines(1603, &[], LOG, Language::English), @"
        Notes 7.8.4 was not installed. The service “OX Sync” could not be started.
        What you can do: Restart Windows and try again; if it happens again, give the details to your administrator.
        For your administrator: Check the account the service runs as, the files it needs, and the event log of Windows.
        Details: Windows Installer ended with 1603. Its log is “1-Notes.log”.
        It is about “OX Sync”.
        Windows Installer’s message 1920.
        Step that failed: StartServices (one that every package may use).
        > Action start 9:14:03: StartServices.
        > Error 1920. Service 'OX Sync' (oxsync) failed to start.
        > Action ended 9:14:03: StartServices. Return value 3.
        ");
        insta::assert_snapshot!(lines(1603, &[], LOG, Language::German), @"
        Notes 7.8.4 wurde nicht installiert. Der Dienst „OX Sync“ konnte nicht gestartet werden.
        Was Sie tun können: Starten Sie Windows neu und versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
        Für Ihren Administrator: Prüfen Sie das Konto, unter dem der Dienst läuft, die Dateien, die er braucht, und das Ereignisprotokoll von Windows.
        Einzelheiten: Windows Installer endete mit 1603. Das Protokoll ist „1-Notes.log“.
        Es geht um „OX Sync“.
        Meldung 1920 von Windows Installer.
        Fehlgeschlagener Schritt: StartServices (einer, den jedes Paket nutzen kann).
        > Action start 9:14:03: StartServices.
        > Error 1920. Service 'OX Sync' (oxsync) failed to start.
        > Action ended 9:14:03: StartServices. Return value 3.
        ");
    }

    #[test]
    fn what_is_not_tried_again_by_itself_says_how_it_is() {
        let lines = |language| {
            let failed = judge(ExitCode(1603), &product("Notes", "7.8.4"), &[]);
            held_lines(failed, Some(Held { days: 0 }), language)
        };
        insta::assert_snapshot!(lines(Language::English), @"
        Notes 7.8.4 was not installed. The installer ran into an error. Try again; if it happens again, give the log to your administrator.
        It is not tried again by itself; “oxupdate install Notes” tries it again.
        Details: Windows Installer ended with 1603. Its log is “1-Notes.log”.
        ");
        insta::assert_snapshot!(lines(Language::German), @"
        Notes 7.8.4 wurde nicht installiert. Das Installationsprogramm stieß auf einen Fehler. Versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie das Protokoll Ihrem Administrator.
        Von selbst wird es nicht noch einmal versucht; „oxupdate install Notes“ versucht es noch einmal.
        Einzelheiten: Windows Installer endete mit 1603. Das Protokoll ist „1-Notes.log“.
        ");
        let spaced = by_its_name("Notes for Outlook").to_string();
        assert!(spaced.contains("oxupdate install \"Notes for Outlook\""), "{spaced}");
    }

    #[test]
    fn what_went_as_it_should_is_one_sentence() {
        let check = |code: u32, after: &[&str], sentence: &str, satz: &str| {
            assert_eq!(lines(code, after, "", Language::English), sentence);
            assert_eq!(lines(code, after, "", Language::German), satz);
        };
        check(0, &["7.8.4"], "Notes 7.8.4 is installed.", "Notes 7.8.4 ist installiert.");
        check(
            1602,
            &[],
            "Notes 7.8.4 was not installed. It was cancelled. What is installed stays as it was.",
            "Notes 7.8.4 wurde nicht installiert. Es wurde abgebrochen. Was installiert ist, bleibt, wie es war.",
        );
    }

    #[test]
    fn without_a_reason_in_the_log_the_sentence_itself_has_the_way_out() {
        insta::assert_snapshot!(lines(1603, &[], "", Language::English), @"
        Notes 7.8.4 was not installed. The installer ran into an error. Try again; if it happens again, give the log to your administrator.
        Details: Windows Installer ended with 1603. Its log is “1-Notes.log”.
        ");
        insta::assert_snapshot!(lines(1633, &[], "", Language::German), @"
        Notes 7.8.4 wurde nicht installiert. Das Paket ist für PCs mit einem anderen Prozessor. Sagen Sie es Ihrem Administrator.
        Einzelheiten: Windows Installer endete mit 1633. Das Protokoll ist „1-Notes.log“.
        ");
        insta::assert_snapshot!(lines(1603, &["7.8.4"], "", Language::English), @"
        Notes 7.8.4 is installed, although Windows Installer reported an error. If something does not work, give the log to your administrator.
        Details: Windows Installer ended with 1603. Its log is “1-Notes.log”.
        ");
    }
}
