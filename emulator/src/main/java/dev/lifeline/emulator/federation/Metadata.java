package dev.lifeline.emulator.federation;

import dev.lifeline.emulator.xml.Xml;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The WS-MetadataExchange document, with the policies, bindings and ports for user name and
 * password; AD FS's own lists those for certificates, Kerberos and issued tokens too.
 *
 * <p>Both versions of WS-Trust matter: MSAL for Java 1.26.0 takes 1.3 from the first document of a
 * process, and recognises only 2005 in all later ones.
 */
final class Metadata {

  private final String address;

  /**
   * Metadata of a service.
   *
   * @param address where it listens, without a final slash
   */
  Metadata(String address) {
    this.address = address;
  }

  String write() {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <wsdl:definitions name="SecurityTokenService" \
    targetNamespace="http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice" \
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" \
    xmlns:tns="http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice" \
    xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" \
    xmlns:wsa10="http://www.w3.org/2005/08/addressing" \
    xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata" \
    xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl" \
    xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy" \
    xmlns:wsu="%s">
    %s%s%s<wsdl:service name="SecurityTokenService">
    %s</wsdl:service>
    </wsdl:definitions>
    """
        .formatted(
            Soap.SECURITY_UTILITY,
            each(Metadata::policy),
            each(Metadata::portType),
            each(Metadata::binding),
            each(this::port));
  }

  private static String each(Function<TrustVersion, String> part) {
    return Arrays.stream(TrustVersion.values()).map(part).collect(Collectors.joining());
  }

  private static String policy(TrustVersion version) {
    return """
    <wsp:Policy wsu:Id="%1$s_policy"><wsp:ExactlyOne>\
    <wsp:All xmlns:sp="%2$s">
    <sp:TransportBinding><wsp:Policy>\
    <sp:TransportToken><wsp:Policy><sp:HttpsToken RequireClientCertificate="false"/>\
    </wsp:Policy></sp:TransportToken>\
    <sp:AlgorithmSuite><wsp:Policy><sp:Basic256/></wsp:Policy></sp:AlgorithmSuite>\
    <sp:Layout><wsp:Policy><sp:Strict/></wsp:Policy></sp:Layout><sp:IncludeTimestamp/>\
    </wsp:Policy></sp:TransportBinding>
    <sp:%3$s><wsp:Policy><sp:UsernameToken sp:IncludeToken="%2$s/IncludeToken/AlwaysToRecipient">\
    <wsp:Policy><sp:WssUsernameToken10/></wsp:Policy></sp:UsernameToken></wsp:Policy></sp:%3$s>
    <sp:Wss11><wsp:Policy/></sp:Wss11>
    <sp:%4$s><wsp:Policy><sp:MustSupportIssuedTokens/><sp:RequireClientEntropy/>\
    <sp:RequireServerEntropy/></wsp:Policy></sp:%4$s>
    <wsaw:UsingAddressing/></wsp:All></wsp:ExactlyOne></wsp:Policy>
    """
        .formatted(
            version.binding(),
            version.policyNamespace(),
            version.supportingTokens(),
            version.trustAssertion());
  }

  private static String portType(TrustVersion version) {
    return """
    <wsdl:message name="%1$s_%2$s_InputMessage"/>
    <wsdl:message name="%1$s_%2$s_OutputMessage"/>
    <wsdl:portType name="%1$s"><wsdl:operation name="%2$s">\
    <wsdl:input wsaw:Action="%3$s" message="tns:%1$s_%2$s_InputMessage"/>\
    <wsdl:output wsaw:Action="%4$s" message="tns:%1$s_%2$s_OutputMessage"/>\
    </wsdl:operation></wsdl:portType>
    """
        .formatted(
            version.contract(),
            version.operation(),
            version.requestAction(),
            version.responseAction());
  }

  private static String binding(TrustVersion version) {
    return """
    <wsdl:binding name="%1$s" type="tns:%2$s"><wsp:PolicyReference URI="#%1$s_policy"/>\
    <soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/>\
    <wsdl:operation name="%3$s"><soap12:operation soapAction="%4$s" style="document"/>\
    <wsdl:input><soap12:body use="literal"/></wsdl:input>\
    <wsdl:output><soap12:body use="literal"/></wsdl:output></wsdl:operation></wsdl:binding>
    """
        .formatted(
            version.binding(), version.contract(), version.operation(), version.requestAction());
  }

  private String port(TrustVersion version) {
    return """
    <wsdl:port name="%1$s" binding="tns:%1$s"><soap12:address location="%2$s"/>\
    <wsa10:EndpointReference><wsa10:Address>%2$s</wsa10:Address></wsa10:EndpointReference>\
    </wsdl:port>
    """
        .formatted(version.binding(), Xml.escape(address + version.path()));
  }
}
