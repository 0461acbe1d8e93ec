/** The command line: one class a subcommand, what it prints and its exit codes. */
@NullMarked
package dev.waymark.cli;

import org.jspecify.annotations.NullMarked;
