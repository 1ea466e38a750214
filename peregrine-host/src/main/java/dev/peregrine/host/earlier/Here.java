package dev.peregrine.host.earlier;

import dev.peregrine.host.backup.BackupTasks;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.person.People;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.tasks.Tasks;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What an import adds to.
 *
 * @param zone in which times without one are read
 */
public record Here(
    Jobs jobs,
    SearchProfiles profiles,
    BlocklistFile blocklist,
    People people,
    Resumes resumes,
    Scoring scoring,
    PluginRuntime plugins,
    ExtensionSettings settings,
    SecretStore secrets,
    MailAccounts mailboxes,
    BackupTasks backups,
    Tasks tasks,
    ZoneId zone,
    InstantSource clock) {}
