//! Of several entries of one product: which this PC gets, in which platform and for whom, and why not the others. Pure.

use catalog::{Platform, Product};

use super::item::{Item, Place, kind, leaves_both};
use super::obstacle::{Obstacle, Rest};
use crate::machine::{Context, Installed};

/// The items of one upgrade code: one for each place where it is installed, or one if it is not; and one for each entry that is left over.
pub(super) fn items(entries: &[Product], mut installed: Vec<Installed>, platforms: &[Platform]) -> Vec<Item> {
    installed.sort_by(|one, other| other.version.compare_fully(&one.version));
    let places = places(&installed);
    let mut taken = vec![false; entries.len()];
    let mut items: Vec<Item> = Vec::new();
    for place in &places {
        let Some((index, obstacle)) = choose(entries, place, platforms) else { continue };
        let Some(entry) = entries.get(index) else { continue };
        if let Some(taken) = taken.get_mut(index) {
            *taken = true;
        }
        items.push(Item::new(entry.clone(), place.clone(), obstacle));
    }
    let contexts = |context| places.iter().any(|place| place.target == Some(context));
    if contexts(Context::Machine) && contexts(Context::User) {
        items = items.into_iter().map(Item::one_of_both).collect();
    }
    let chosen: Vec<Product> = items.iter().map(|item| item.product.clone()).collect();
    let left = entries.iter().zip(taken).filter(|(_, taken)| !taken);
    for (entry, _) in left {
        let rest = rest(entry, &chosen, &installed, platforms);
        items.push(Item::left_over(entry.clone(), installed.clone(), rest));
    }
    items
}

/// Where a product is installed: by platform, then by context; what does not tell its platform counts with the first.
fn places(installed: &[Installed]) -> Vec<Place> {
    let mut known: Vec<Platform> = Vec::new();
    for platform in installed.iter().filter_map(|one| one.platform) {
        if !known.contains(&platform) {
            known.push(platform);
        }
    }
    let of = |platform: Option<Platform>| platform.or_else(|| known.first().copied());
    let platforms: Vec<Option<Platform>> =
        if known.is_empty() { vec![None] } else { known.iter().copied().map(Some).collect() };
    let mut places = Vec::new();
    for platform in platforms {
        for context in [Context::Machine, Context::User] {
            let here = installed.iter().filter(|one| one.context == context && of(one.platform) == platform);
            let here: Vec<Installed> = here.cloned().collect();
            if !here.is_empty() {
                places.push(Place { target: Some(context), installed: here });
            }
        }
    }
    if places.is_empty() { vec![Place::default()] } else { places }
}

/// The entry for a place, and why it cannot be installed there, if it cannot; `None` only where there is no entry.
fn choose(entries: &[Product], place: &Place, platforms: &[Platform]) -> Option<(usize, Option<Obstacle>)> {
    let installed = place.installed.iter().find_map(|one| one.platform);
    // The lowest is the best. What does not say its platform comes behind what is known to be right.
    let fitness = |entry: &Product| -> Option<usize> {
        match (entry.platform, installed) {
            (Some(platform), _) if !platforms.contains(&platform) => None,
            (Some(platform), Some(installed)) => (platform == installed).then_some(0),
            (Some(platform), None) if platforms.first() == Some(&platform) => Some(0),
            (None, _) => Some(1),
            (Some(platform), None) => {
                platforms.iter().position(|one| *one == platform).map(|place| place + 1)
            }
        }
    };
    let best = |fitness: &dyn Fn(&Product) -> Option<usize>| {
        let fitting = entries.iter().enumerate().filter_map(|(index, entry)| {
            // Whatever else speaks for it: what would leave both versions comes last.
            let beside = leaves_both(entry, place, kind(entry, place));
            Some(((beside, fitness(entry)?), index, entry))
        });
        fitting.min_by(|(one, _, entry), (other, _, other_entry)| {
            one.cmp(other).then_with(|| other_entry.version.compare_fully(&entry.version))
        })
    };
    if let Some((_, index, _)) = best(&fitness) {
        return Some((index, None));
    }
    let runs = |entry: &Product| {
        let place = platforms.iter().position(|one| Some(*one) == entry.platform);
        Some(place.unwrap_or(platforms.len()))
    };
    let (_, index, entry) = best(&runs)?;
    let obstacle = match (entry.platform, installed) {
        (Some(offered), Some(installed)) if platforms.contains(&offered) => {
            Some(Obstacle::OtherPlatform { offered, installed })
        }
        (Some(offered), _) => Some(Obstacle::Platform(offered)),
        (None, _) => None,
    };
    Some((index, obstacle))
}

/// Why an entry is left over.
fn rest(entry: &Product, chosen: &[Product], installed: &[Installed], platforms: &[Platform]) -> Rest {
    if let Some(platform) = entry.platform.filter(|platform| !platforms.contains(platform)) {
        return Rest::Platform(platform);
    }
    if chosen.iter().any(|one| one.platform == entry.platform) {
        return Rest::Superseded;
    }
    let there: Vec<Platform> = installed.iter().filter_map(|one| one.platform).collect();
    if let (Some(offered), Some(installed)) = (entry.platform, there.first().copied())
        && !there.contains(&offered)
    {
        let updated = there.iter().copied().find(|own| chosen.iter().any(|one| one.platform == Some(*own)));
        return updated.map_or(Rest::OtherPlatform { offered, installed }, Rest::Installed);
    }
    chosen.first().and_then(|one| one.platform).map_or(Rest::Superseded, Rest::Better)
}

#[cfg(test)]
mod tests {
    use catalog::{Platform, Product, Scope};

    use super::items;
    use crate::examples::{installed, product};
    use crate::machine::Context::{self, Machine, User};
    use crate::machine::Installed;
    use crate::plan::Step;

    const X64: Option<Platform> = Some(Platform::X64);
    const X86: Option<Platform> = Some(Platform::X86);
    const ARM64: Option<Platform> = Some(Platform::Arm64);

    const PC: &[Platform] = &[Platform::X64, Platform::X86];
    const ARM_PC: &[Platform] = &[Platform::Arm64, Platform::X64, Platform::X86];
    const OLD_PC: &[Platform] = &[Platform::X86];

    /// An item: version, platform, step, target, and the reason's first words.
    type Expected<'a> = (&'a str, Option<Platform>, Step, Option<Context>, &'a str);

    /// What becomes of each entry, in the order of the items.
    fn check(
        entries: &[(&str, Option<Platform>)],
        there: &[(&str, Option<Platform>, Context)],
        platforms: &[Platform],
        expected: &[Expected<'_>],
    ) {
        let entries: Vec<Product> = entries
            .iter()
            .map(|(version, platform)| Product {
                platform: *platform,
                product_code: None,
                ..product("Notes", version)
            })
            .collect();
        let there = there.iter().map(|(version, platform, context)| Installed {
            platform: *platform,
            context: *context,
            ..installed(version)
        });
        let items = items(&entries, there.collect(), platforms);
        assert_eq!(items.len(), expected.len(), "{items:?}");
        for (item, (version, platform, step, target, reason)) in items.iter().zip(expected) {
            let offer = (item.product.version.as_str(), item.product.platform);
            assert_eq!((offer, item.step(), item.target), ((*version, *platform), *step, *target));
            let said = item.reason().to_string();
            assert!(said.starts_with(reason), "{said}");
        }
    }

    #[test]
    fn a_pc_gets_what_it_runs_its_own_platform_first() {
        let new = "Optional: it is not installed on this PC.";
        let better = "This PC gets the package for x64, which suits it better.";
        let other_pc = "It is for PCs with another processor (arm64).";
        let install = Step::Install;
        let nothing = Step::Nothing;
        check(
            &[("1.0", X86), ("1.0", X64), ("1.0", ARM64)],
            &[],
            PC,
            &[
                ("1.0", X64, install, None, new),
                ("1.0", X86, nothing, None, better),
                ("1.0", ARM64, nothing, None, other_pc),
            ],
        );
        let better = "This PC gets the package for arm64, which suits it better.";
        check(
            &[("1.0", X64), ("1.0", ARM64)],
            &[],
            ARM_PC,
            &[("1.0", ARM64, install, None, new), ("1.0", X64, nothing, None, better)],
        );
        check(
            &[("1.0", X86), ("1.0", X64)],
            &[],
            ARM_PC,
            &[
                ("1.0", X64, install, None, new),
                ("1.0", X86, nothing, None, "This PC gets the package for x64"),
            ],
        );
        check(
            &[("1.0", X64)],
            &[],
            OLD_PC,
            &[("1.0", X64, Step::Blocked, None, "It is for PCs with another processor (x64).")],
        );
        check(
            &[("1.0", ARM64)],
            &[("0.9", X64, Machine)],
            PC,
            &[("1.0", ARM64, Step::Blocked, Some(Machine), other_pc)],
        );
        let superseded = "This PC gets another version or package of it.";
        check(
            &[("1.0", X64), ("1.10", X64), ("1.9", None)],
            &[],
            PC,
            &[
                ("1.10", X64, install, None, new),
                ("1.0", X64, nothing, None, superseded),
                ("1.9", None, nothing, None, "This PC gets the package for x64"),
            ],
        );
        check(&[("1.0", None)], &[], ARM_PC, &[("1.0", None, install, None, new)]);
    }

    #[test]
    fn an_update_stays_in_the_platform_that_is_installed() {
        let update = "Optional: the installed version may stay.";
        let kept = "What is installed is for x86, and is updated by the package for x86.";
        check(
            &[("2.0", X64), ("2.0", X86)],
            &[("1.0", X86, Machine)],
            PC,
            &[("2.0", X86, Step::Update, Some(Machine), update), ("2.0", X64, Step::Nothing, None, kept)],
        );
        // A higher version for another platform changes nothing about that.
        check(
            &[("3.0", X64), ("2.0", X86)],
            &[("2.0", X86, Machine)],
            PC,
            &[
                ("2.0", X86, Step::Nothing, Some(Machine), "This version is installed."),
                ("3.0", X64, Step::Nothing, None, kept),
            ],
        );
        let blocked = "It is for x64, and what is installed is for x86.";
        check(
            &[("2.0", X64)],
            &[("1.0", X86, Machine)],
            PC,
            &[("2.0", X64, Step::Blocked, Some(Machine), blocked)],
        );
        check(
            &[("2.0", None)],
            &[("1.0", X86, Machine)],
            PC,
            &[("2.0", None, Step::Update, Some(Machine), update)],
        );
        // What updates it says nothing of its platform.
        check(
            &[("2.0", X64), ("3.0", None)],
            &[("1.0", X86, Machine)],
            PC,
            &[("3.0", None, Step::Update, Some(Machine), update), ("2.0", X64, Step::Nothing, None, blocked)],
        );
        check(
            &[("2.0", X64), ("2.0", ARM64)],
            &[("1.0", X86, Machine)],
            ARM_PC,
            &[
                (
                    "2.0",
                    ARM64,
                    Step::Blocked,
                    Some(Machine),
                    "It is for arm64, and what is installed is for x86.",
                ),
                ("2.0", X64, Step::Nothing, None, blocked),
            ],
        );
        // What is installed does not tell: the PC's own platform.
        check(
            &[("2.0", X86), ("2.0", X64)],
            &[("1.0", None, Machine)],
            PC,
            &[
                ("2.0", X64, Step::Update, Some(Machine), update),
                ("2.0", X86, Step::Nothing, None, "This PC gets the package for x64"),
            ],
        );
        check(
            &[("2.0", X86), ("2.0", X64)],
            &[("1.0", X86, Machine), ("2.0", X64, Machine)],
            PC,
            &[
                ("2.0", X64, Step::Nothing, Some(Machine), "This version is installed."),
                ("2.0", X86, Step::Update, Some(Machine), update),
            ],
        );
    }

    #[test]
    fn where_it_is_installed_for_all_and_for_this_person_both_are_updated() {
        let both = "It is installed for everyone on this PC and for you as well; this one is for";
        check(
            &[("2.0", X64)],
            &[("1.0", X64, User), ("1.5", X64, Machine)],
            PC,
            &[
                ("2.0", X64, Step::Update, Some(Machine), &format!("{both} everyone.")),
                ("2.0", X64, Step::Update, Some(User), &format!("{both} you.")),
            ],
        );
    }

    #[test]
    fn what_goes_where_the_product_is_comes_before_what_would_leave_both() {
        // What is installed and for whom; each entry by its version, platform and scope; and the chosen one, and what is done with it.
        let check = |there: (Option<Platform>, Context),
                     entries: &[(&str, Option<Platform>, Option<Scope>)],
                     chosen: &str,
                     step: Step| {
            let offers: Vec<Product> = entries
                .iter()
                .map(|(version, platform, scope)| Product {
                    platform: *platform,
                    scope: *scope,
                    product_code: None,
                    ..product("Notes", version)
                })
                .collect();
            let (platform, context) = there;
            let there = vec![Installed { platform, context, ..installed("1.0") }];
            let items = items(&offers, there, PC);
            let taken = (items[0].product.version.as_str(), items[0].step());
            assert_eq!(taken, (chosen, step), "{entries:?}");
            assert!(items[1..].iter().all(|item| item.rest.is_some()), "{items:?}");
        };
        let (machine, user) = (Some(Scope::Machine), Some(Scope::User));
        let update = Step::Update;
        check((None, Machine), &[("2.0", None, machine), ("2.1", None, user)], "2.0", update);
        check((None, Machine), &[("2.0", None, None), ("2.1", None, user)], "2.0", update);
        check((None, Machine), &[("1.0", None, None), ("1.1", None, user)], "1.0", Step::Nothing);
        check((None, Machine), &[("2.0", None, machine), ("2.1", None, Some(Scope::Either))], "2.1", update);
        check((None, User), &[("2.0", None, user), ("2.1", None, machine)], "2.0", update);
        check((X64, Machine), &[("2.0", None, machine), ("2.1", X64, user)], "2.0", update);
        check((X64, Machine), &[("2.0", X86, machine), ("2.1", X64, user)], "2.1", Step::Blocked);
        check((None, Machine), &[("2.0", None, user), ("2.1", None, user)], "2.1", Step::Blocked);
    }

    #[test]
    fn an_update_in_place_goes_where_the_product_is_whatever_its_scope() {
        let same = installed("1.0");
        let code = Some(same.product_code);
        let offer = |version, scope, product_code| Product {
            scope: Some(scope),
            product_code,
            ..product("Notes", version)
        };
        let entries = [offer("2.0", Scope::Machine, None), offer("2.1", Scope::User, code)];
        let items = items(&entries, vec![same], PC);
        assert_eq!((items[0].product.version.as_str(), items[0].step()), ("2.1", Step::Update));
    }
}
