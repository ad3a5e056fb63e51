/** What holds when a process is killed or a server is away, while customers go on writing. */
package dev.surety.verification.fault;
