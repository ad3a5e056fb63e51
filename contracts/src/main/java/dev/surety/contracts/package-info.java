/**
 * What Surety's services say to each other: the topics, the types of events, and the problem types of the REST
 * answers. One package per topic holds the records that travel on it. Nothing here knows a framework, so a client
 * of Surety can use these types as they are. Every record refuses to exist in a form that its readers could not
 * trust; money, scores and confidences are integers, because floating point does not survive canonical JSON.
 */
@NullMarked
package dev.surety.contracts;

import org.jspecify.annotations.NullMarked;
