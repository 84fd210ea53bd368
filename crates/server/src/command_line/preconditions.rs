//! `oxupdated preconditions`: what an Open-Xchange server lacks for the connector and its plug-ins, in words or as JSON.

use text::terminal::one_line;
use text::{Explain, Message, message};
use tokio::task::spawn_blocking;

use super::arguments::Preconditions;
use super::console::Console;
use super::{Exit, Place, verb};
use crate::DATABASE_FILE;
use crate::data_folder::{Absent, DataFolder, DataFolderError};
use crate::error::{Error, Result};
use crate::local::{Answer, Order};
use crate::model::precondition::{Judgement, PlugIn, Precondition, gravest, told};
use crate::model::sieve_address::{SieveAddress, SieveChoice};
use crate::open_xchange_site::Reading;
use crate::rules::preconditions::{judge, judge_people};

/// Reads the server, asks about the users, and says it.
pub(super) async fn run(place: &Place, arguments: Preconditions, console: &Console) -> Result<Exit> {
    let sieve = match (&arguments.sieve, arguments.no_sieve) {
        (_, true) => SieveChoice::None,
        (None, false) => SieveChoice::Configured,
        (Some(written), false) => match SieveAddress::parse(written) {
            Some(address) => SieveChoice::This(address),
            None => {
                console.complain(&message!("preconditions-sieve-wrong", written = written));
                return Ok(Exit::Misuse);
            }
        },
    };
    let reading = Reading { etc: arguments.etc, packages: arguments.packages, sieve };
    // Before a verb works as the data folder's owner, who may not read what root may.
    let site = spawn_blocking(move || reading.read()).await.map_err(Error::internal)??;
    let mut found = judge(&site);
    if !arguments.user.is_empty() {
        require_database(place)?;
        match verb::answer(place, Order::People { names: arguments.user }, console).await? {
            Answer::People(people) => found.extend(people.iter().flat_map(judge_people)),
            other => return Ok(verb::show_in_words(other, console)),
        }
    }
    let printed = if arguments.json {
        console.print_json(&told(&found, console.language()))
    } else {
        say(&found, console)
    };
    Ok(if printed == Exit::Done { exit_of(&found) } else { printed })
}

/// Refuses a folder that no server has worked in: to look at it would fill it.
fn require_database(place: &Place) -> Result<()> {
    let folder = DataFolder::open(&place.data, Absent::Refuse)?;
    // What cannot be looked at is told when it is used.
    if folder.path().join(DATABASE_FILE).try_exists().unwrap_or(true) {
        return Ok(());
    }
    Err(DataFolderError::Vacant(folder.path().to_owned()).into())
}

fn exit_of(found: &[Precondition]) -> Exit {
    match gravest(found) {
        Judgement::Met => Exit::Done,
        Judgement::NotMet => Exit::Refused,
        Judgement::CannotTell => Exit::Unclear,
    }
}

/// Plug-in by plug-in.
fn say(found: &[Precondition], console: &Console) -> Exit {
    for plug_in in PlugIn::ALL {
        let own: Vec<&Precondition> = found.iter().filter(|one| one.plug_in == plug_in).collect();
        let judgement = gravest(own.iter().copied()).word();
        console.say(&message!("preconditions-plug-in", plug_in = plug_in.word(), judgement = judgement));
        for one in own {
            for (depth, line) in lines(one) {
                console.print_line(&format!("{}{}", " ".repeat(depth), one_line(&console.word(&line))));
            }
        }
        console.print_line("");
    }
    let count = |judgement| found.iter().filter(|one| one.judgement == judgement).count();
    console.say(&message!(
        "preconditions-counts",
        met = count(Judgement::Met),
        not_met = count(Judgement::NotMet),
        cannot_tell = count(Judgement::CannotTell)
    ))
}

/// The lines about one precondition, each with how many blanks stand before it.
fn lines(one: &Precondition) -> Vec<(usize, Message)> {
    let judgement = one.judgement.word();
    let first = match &one.user {
        Some(user) => {
            message!(
                "preconditions-line-of-user",
                judgement = judgement,
                user = user,
                found = one.found.message()
            )
        }
        None => message!("preconditions-line", judgement = judgement, found = one.found.message()),
    };
    let mut lines = vec![(2, first)];
    lines.extend(one.place.as_ref().map(|place| (6, message!("preconditions-place", place = place))));
    lines.extend(one.advice.as_ref().map(|advice| {
        let advice = advice.message();
        match one.judgement {
            Judgement::Met => (6, message!("preconditions-good-to-know", advice = advice)),
            _ => (6, message!("preconditions-advice", advice = advice)),
        }
    }));
    lines
}
