package org.headwater.cli;

/** What stands above every command and knows in which session it runs. */
interface CommandRoot {
    Session session();
}
