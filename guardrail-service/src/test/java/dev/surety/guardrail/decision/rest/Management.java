package dev.surety.guardrail.decision.rest;

import static io.restassured.RestAssured.given;

import org.eclipse.microprofile.config.ConfigProvider;

/** The management port of the service under test. */
final class Management {
    private Management() {}

    static String get(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return given().port(port).when().get(path).then().extract().asString();
    }

    static int status(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return given().port(port).when().get(path).then().extract().statusCode();
    }
}
