package org.eclipse.jetty.client.api;

/** A name of Jetty 11's client, which the checker of HTML looks for and never calls. */
public interface Response {
    interface CompleteListener {}
}
