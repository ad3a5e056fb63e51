/**
 * What an entry of the log commits to without showing it. The data of an event falls into field groups; each becomes
 * a salted disclosure whose digest stands in the entry, and the disclosures are sealed under the key of the person
 * they are about. Destroying that key makes them unreadable and their digests unguessable, and no proof changes.
 */
@NullMarked
package dev.surety.audit.disclosure;

import org.jspecify.annotations.NullMarked;
