# Why an install failed: what happened, what the person can do, what the administrator should do.

failure-file-in-use-happened = A file that the update replaces is in use.
failure-file-in-use-happened-by = { $program } uses a file that the update replaces.
failure-file-in-use-you = Close all programs, or restart Windows, then try again.
failure-file-in-use-you-by = Close { $program }, then try again.
failure-file-in-use-administrator = Name the program that uses the file among those to close first, or install while nobody works at the PC.

failure-disk-full-happened = There is not enough room on the disk.
failure-disk-full-you = Make room, for example by emptying the recycle bin, then try again.
failure-disk-full-administrator = Free room on the disk of Windows, where copies of packages are kept too, and check how much the package needs.

failure-restart-pending-happened = Windows has to be restarted before this can be installed.
failure-restart-pending-you = Save your work, restart Windows when it suits you, then try again.
failure-restart-pending-administrator = Find out which earlier install waits for the restart, and plan restarts before updates.

failure-install-suspended-happened = An earlier install was interrupted and is neither finished nor undone.
failure-install-suspended-you = Restart Windows, then try again.
failure-install-suspended-administrator = Run the interrupted install once more with its own package, so that it is finished or undone.

failure-source-missing-happened = A file is missing that belongs to the package or to the installed version.
failure-source-missing-you = Try again; if it happens again, give the details to your administrator.
failure-source-missing-administrator = Publish the package with all of its files inside, and check that the PC reaches the place from which the installed version came.

failure-other-package-name-happened = The package has another file name than the installed version expects.
failure-other-package-name-you = You cannot mend this yourself; give the details to your administrator.
failure-other-package-name-administrator = Publish the package under the file name from which the installed version was installed, or as a major upgrade.

failure-package-damaged-happened = A part of the package is damaged.
failure-package-damaged-you = Try again; if it happens again, give the details to your administrator.
failure-package-damaged-administrator = Get the package from its publisher again, try it on another PC, and publish it anew.

failure-place-unreachable-happened = A folder or drive that the update needs cannot be reached.
failure-place-unreachable-you = Connect to your network as usual, then try again.
failure-place-unreachable-administrator = Check redirected folders and drive letters: Windows itself may see other drives than the person does.

failure-program-not-started-happened = A program that belongs to the package could not be started.
failure-program-not-started-you = Try again; if it happens again, give the details to your administrator.
failure-program-not-started-administrator = Check whether a virus scanner or a policy keeps the program from starting, and else ask the package’s publisher.

failure-program-failed-happened = A step that the package brings with it ended with an error.
failure-program-failed-you = Close all programs and try again; if it happens again, give the details to your administrator.
failure-program-failed-administrator = Read the log in front of the step that failed, and ask the package’s publisher.

failure-needs-administrator-happened = Only an administrator of this PC may do this.
failure-needs-administrator-you = Ask your administrator to install it.
failure-needs-administrator-administrator = Install it with an administrator’s rights, or offer a package that installs for one person.

failure-access-denied-happened = Windows does not let the installer change something that the update has to change.
failure-access-denied-you = Close all programs, restart Windows and try again; if it happens again, give the details to your administrator.
failure-access-denied-administrator = Check the permissions of what the details name, and whether a virus scanner guards it.

failure-file-error-happened = A file could not be read or written.
failure-file-error-you = Restart Windows and try again; if it happens again, give the details to your administrator.
failure-file-error-administrator = Check the place that the details name, and the PC’s disk for errors.

failure-condition-not-met-happened = This PC does not have what the package asks for.
failure-condition-not-met-happened-text = The package does not install on this PC and says: “{ $text }”
failure-condition-not-met-you = Do what the package asks for if you can, then try again; else tell your administrator.
failure-condition-not-met-administrator = Give the PC what the package asks for, or do not offer the package to this person.

failure-newer-installed-happened = A newer version is installed already.
failure-newer-installed-you = You need do nothing; the newer version stays.
failure-newer-installed-administrator = Offer the version that is installed, or a higher one: the package does not replace it by an older one.

failure-old-version-stays-happened = The older version could not be removed.
failure-old-version-stays-you = Remove the older version in the settings of Windows, then try again.
failure-old-version-stays-administrator = Repair or remove the older version with its own package, which Windows may no longer find.

failure-service-not-started-happened = A service of the update could not be started.
failure-service-not-started-happened-named = The service “{ $service }” could not be started.
failure-service-not-started-you = Restart Windows and try again; if it happens again, give the details to your administrator.
failure-service-not-started-administrator = Check the account the service runs as, the files it needs, and the event log of Windows.

failure-service-not-stopped-happened = A service could not be stopped or changed.
failure-service-not-stopped-happened-named = The service “{ $service }” could not be stopped or changed.
failure-service-not-stopped-you = Restart Windows and try again; if it happens again, give the details to your administrator.
failure-service-not-stopped-administrator = Check what keeps the service running, such as an open list of services, and who may change it.

failure-forbidden-happened = A rule for this PC forbids it.
failure-forbidden-you = Ask your administrator.
failure-forbidden-administrator = Check the policies for Windows Installer and for permitted software.

failure-another-install-happened = Windows is busy with another install.
failure-another-install-you = Wait until it has ended, then try again.
failure-another-install-administrator = If it never ends, look for an installer that waits for an answer which nobody sees.

failure-installer-unavailable-happened = The part of Windows that installs programs does not answer.
failure-installer-unavailable-you = Restart Windows, then try again.
failure-installer-unavailable-administrator = Check that the service “Windows Installer” is not switched off.

failure-unexplained-happened = The installer stopped and did not say why.
failure-unexplained-you = Try again; if it happens again, give the details to your administrator.
failure-unexplained-administrator = Read the log in front of the step that failed.

## around the words

failure-you = What you can do: { $words }
failure-administrator = For your administrator: { $words }
failure-past = { $past } { $happened }

## details

failure-details-number = Windows Installer’s message { $number }.
failure-details-action = Step that failed: { $action } (one that every package may use).
failure-details-action-own = Step that failed: { $action } (one of the package’s own).
failure-details-about = It is about “{ $about }”.
failure-details-line = > { $line }
