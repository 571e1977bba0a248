package org.haina.service.edge;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.haina.service.access.Caller;
import org.haina.service.access.RouteRules;
import org.haina.service.access.Who;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What {@code /api/openapi.json} says beyond the signatures: who may call, with which token, and how we refuse. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, Caller.Citizen.class, Caller.Official.class, Caller.Machine.class);
    }

    @Bean
    OpenAPI description(EdgeSettings settings) {
        return new OpenAPI()
                .info(new Info()
                        .title("Haina")
                        .version("v1")
                        .description(
                                "Cases of government services. Refusals are problem+json (RFC 9457), their types are "
                                        + "listed in docs/problems.md."))
                .servers(List.of(new Server().url(settings.url().toString())))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("Access token of the realm, for the audience of this API"))
                        .addSchemas(PROBLEM, problem())
                        .addResponses(
                                PROBLEM,
                                new ApiResponse()
                                        .description("Refused; see type")
                                        .content(new Content()
                                                .addMediaType(
                                                        org.springframework.http.MediaType
                                                                .APPLICATION_PROBLEM_JSON_VALUE,
                                                        new MediaType()
                                                                .schema(new Schema<>()
                                                                        .$ref("#/components/schemas/" + PROBLEM))))));
    }

    @Bean
    GlobalOperationCustomizer callersAndRefusals() {
        return (operation, handler) -> {
            boolean open = isOpen(handler);
            operation.setSecurity(open ? List.of() : List.of(new SecurityRequirement().addList(BEARER)));
            statuses(operation, open).forEach(status -> operation
                    .getResponses()
                    .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + PROBLEM)));
            return operation;
        };
    }

    private static boolean isOpen(HandlerMethod handler) {
        return RouteRules.of(handler).stream()
                .flatMap(rule -> Arrays.stream(rule.value()))
                .anyMatch(Who.ANYBODY::equals);
    }

    private static Stream<String> statuses(Operation operation, boolean open) {
        Stream<String> always = Stream.of("400", "404", "429", "503", "default");
        Stream<String> signedIn = open ? Stream.empty() : Stream.of("401", "403");
        Stream<String> sent =
                operation.getRequestBody() == null ? Stream.empty() : Stream.of("409", "413", "415", "422");
        return Stream.of(always, signedIn, sent).flatMap(s -> s);
    }

    private static Schema<?> problem() {
        return ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Refused.class).resolveAsRef(false))
                .schema;
    }

    /** Members of a problem document, for the description only. */
    private record Refused(
            String type,
            String title,
            int status,
            String detail,
            String correlation,
            String reason,
            List<Wrong> errors) {

        private record Wrong(String pointer, String message, String rule) {}
    }
}
