package org.jointflights.application.settlement;

import java.nio.charset.StandardCharsets;

/** Electronic invoices as sellers send them. */
public final class SomeInvoices {

    private SomeInvoices() {}

    /** UBL 2.1, with the buyer's numbers and a line's own number in it, which are not the invoice's. */
    public static byte[] ubl(String number, String day, String currency, String payable) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- As an accounting program writes it. -->
                <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
                  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
                  <cbc:ID>%s</cbc:ID>
                  <cbc:IssueDate>%s</cbc:IssueDate>
                  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
                  <cbc:DocumentCurrencyCode>%s</cbc:DocumentCurrencyCode>
                  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>OLD</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
                  <cac:AccountingSupplierParty><cac:Party>
                    <cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID>
                    <cac:PartyTaxScheme><cbc:CompanyID>FR32123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
                    <cac:PartyTaxScheme><cbc:CompanyID>SECOND</cbc:CompanyID></cac:PartyTaxScheme>
                  </cac:Party></cac:AccountingSupplierParty>
                  <cac:AccountingCustomerParty><cac:Party>
                    <cac:PartyTaxScheme><cbc:CompanyID>BUYER</cbc:CompanyID></cac:PartyTaxScheme>
                  </cac:Party></cac:AccountingCustomerParty>
                  <cac:LegalMonetaryTotal>
                    <cbc:TaxInclusiveAmount currencyID="%3$s">300000.00</cbc:TaxInclusiveAmount>
                    <cbc:PayableAmount currencyID="%3$s">%s</cbc:PayableAmount>
                  </cac:LegalMonetaryTotal>
                  <cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>
                </Invoice>
                """.formatted(number, day, currency, payable));
    }

    /** UN/CEFACT CII D16B, which writes days without dashes. */
    public static byte[] cii(String number, String day, String currency, String payable) {
        return bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
                  <rsm:ExchangedDocument>
                    <ram:ID>%s</ram:ID>
                    <ram:IssueDateTime><udt:DateTimeString format="102">%s</udt:DateTimeString></ram:IssueDateTime>
                  </rsm:ExchangedDocument>
                  <rsm:SupplyChainTradeTransaction>
                    <ram:ApplicableHeaderTradeAgreement>
                      <ram:SellerTradeParty><ram:Name>Air Charter</ram:Name>
                        <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR32123456789</ram:ID></ram:SpecifiedTaxRegistration>
                      </ram:SellerTradeParty>
                    </ram:ApplicableHeaderTradeAgreement>
                    <ram:ApplicableHeaderTradeSettlement>
                      <ram:InvoiceCurrencyCode>%s</ram:InvoiceCurrencyCode>
                      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                        <ram:DuePayableAmount>%s</ram:DuePayableAmount>
                      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                    </ram:ApplicableHeaderTradeSettlement>
                  </rsm:SupplyChainTradeTransaction>
                </rsm:CrossIndustryInvoice>
                """.formatted(number, day, currency, payable));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
