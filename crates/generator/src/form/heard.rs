//! What the person did in the window, as a command.

use window::view::Happened;

use super::command::{Command, Field, Switch, Ticked};
use super::editor::Editor;
use super::view::{IMPORTANCES, field_id, id, switch_id};
use catalog::xml::Direction;

impl Editor {
    /// What is asked for by what happened; none where nothing is.
    #[must_use]
    pub fn command(&self, happened: Happened) -> Option<Command> {
        match happened {
            Happened::Pressed { id } => self.pressed(&id),
            Happened::Edited { id, text } => {
                let field = Field::ALL.into_iter().find(|field| field_id(*field) == id)?;
                // Windows breaks lines its own way.
                Some(Command::Type(field, text.replace("\r\n", "\n")))
            }
            Happened::Checked { id, on } => {
                let switch = Switch::ALL.into_iter().find(|switch| switch_id(*switch) == id)?;
                Some(Command::Tick(switch, if on { Ticked::Yes } else { Ticked::No }))
            }
            Happened::Chosen { id, index } if id == id::IMPORTANCE => {
                IMPORTANCES.get(index).copied().map(Command::Weigh)
            }
            Happened::Selected { id, key } if id == id::ENTRIES => key.parse().ok().map(Command::Select),
            Happened::Dropped(paths) => Some(Command::Drop(paths)),
            Happened::Closed => Some(Command::Close),
            Happened::SessionEnding => Some(Command::EndSession),
            Happened::SessionStays => Some(Command::KeepSession),
            _ => None,
        }
    }

    fn pressed(&self, id: &str) -> Option<Command> {
        if let Some(place) = id.strip_prefix(id::ANSWER) {
            let answers = self.question.as_ref()?.answers();
            return answers.get(place.parse::<usize>().ok()?).map(|(answer, _)| Command::Answer(*answer));
        }
        Some(match id {
            id::NEW => Command::New,
            id::OPEN => Command::Open,
            id::SAVE => Command::Save,
            id::SAVE_AS => Command::SaveAs,
            id::ADD | id::PACKAGE => Command::ChoosePackage,
            id::REMOVE => Command::Remove,
            id::UP => Command::Shift(Direction::Up),
            id::DOWN => Command::Shift(Direction::Down),
            id::STOP => Command::StopReading,
            id::STOP_WAITING => Command::StopWaiting,
            id::READ_AGAIN => Command::ReadAgain,
            id::ICON => Command::ChooseIcon,
            id::NO_ICON => Command::RemoveIcon,
            id::PUT_IN => Command::PutIn,
            id::DISCARD => Command::Discard,
            _ => return None,
        })
    }
}
