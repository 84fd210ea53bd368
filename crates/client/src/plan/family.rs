//! Of several entries of one product: which this PC gets, in which platform and for whom, and why not the others. Pure.

use catalog::{Platform, Product};

use super::item::{Item, Place};
use super::obstacle::{Obstacle, Rest};
use crate::machine::{Context, Installed};

/// The items of one upgrade code: one for each place where it is installed, or one if it is not; and one for each entry that is left over.
pub(super) fn items(entries: &[Product], mut installed: Vec<Installed>, platforms: &[Platform]) -> Vec<Item> {
    installed.sort_by(|one, other| other.version.compare_fully(&one.version));
    let places = places(&installed);
    let mut taken = vec![false; entries.len()];
    let mut items: Vec<Item> = Vec::new();
    for place in &places {
        let platform = place.installed.iter().find_map(|one| one.platform);
        let Some((index, obstacle)) = choose(entries, platform, platforms) else { continue };
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
fn choose(
    entries: &[Product],
    installed: Option<Platform>,
    platforms: &[Platform],
) -> Option<(usize, Option<Obstacle>)> {
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
        let fitting =
            entries.iter().enumerate().filter_map(|(index, entry)| Some((fitness(entry)?, index, entry)));
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
    let same = chosen.iter().any(|one| one.platform == entry.platform);
    let installed = installed.iter().find_map(|one| one.platform);
    let better = chosen.first().and_then(|one| one.platform);
    match (entry.platform, installed, better) {
        _ if same => Rest::Superseded,
        (Some(own), Some(installed), _) if own != installed => Rest::Installed(installed),
        (_, _, Some(better)) => Rest::Better(better),
        _ => Rest::Superseded,
    }
}

#[cfg(test)]
mod tests {
    use catalog::{Platform, Product};

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
}
