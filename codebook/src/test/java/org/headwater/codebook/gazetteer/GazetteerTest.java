package org.headwater.codebook.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.headwater.codebook.gazetteer.Gazetteer.Form;
import org.headwater.codebook.gazetteer.Gazetteer.Mention;
import org.headwater.codebook.gazetteer.Gazetteer.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    private final Gazetteer gazetteer = Gazetteer.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the Netherlands|iso:NL",
                "Netherlands|iso:NL",
                "Holland|iso:NL",
                "荷兰|iso:NL",
                "荷蘭|iso:NL",
                "Países Bajos|iso:NL",
                "Paises Bajos|iso:NL",
                "Pays-Bas|iso:NL",
                "Niederlande|iso:NL",
                "Нидерланды|iso:NL",
                "オランダ|iso:NL",
                "네덜란드|iso:NL",
                "هولندا|iso:NL",
                "UK|iso:GB",
                "U.K.|iso:GB",
                "Great Britain|iso:GB",
                "US|iso:US",
                "U.S.|iso:US",
                "America|iso:US",
                "People's Republic of China|iso:CN",
                "中华人民共和国|iso:CN",
                "中華人民共和國|iso:CN",
                "Ungheria|iso:HU",
                "Czech Republic|iso:CZ",
                "South Korea|iso:KR",
                "Ivory Coast|iso:CI",
                "Georgia|iso:GE",
                "Europe|m49:150",
                "the Americas|m49:019",
                "European Union|iso:EU",
                "Fujian|iso:CN-FJ",
                "Fujian Province|iso:CN-FJ",
                "福建省|iso:CN-FJ",
                "Zhejiang|iso:CN-ZJ",
                "Fuzhou|geonames:1810821",
                "福州市|geonames:1810821",
                "Qingtian|gbt2260:331121",
                "青田县|gbt2260:331121",
                "長樂|gbt2260:350112",
                "Nantong|geonames:1799722",
                "溫州|geonames:1791388",
                "Amsterdam|geonames:2759794",
                "阿姆斯特丹|geonames:2759794",
                "Aubervilliers|geonames:3036386",
                "Prato|geonames:3169921",
                "Dobroești|geonames:679220",
                "Cologne|geonames:2886242",
                "New York|geonames:5128581",
                "Nueva York|geonames:5128581",
                "Granada|geonames:2517117",
                "Venice|geonames:3164603",
                "Xi'an|geonames:1790630",
            })
    void findsThePlaceOfAName(String name, String id) {
        assertThat(gazetteer.named(name).map(Place::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"us", "Protection Guardian", "it", "Ministry of Justice", "''", "Xyzzyville", "Mao Ning"})
    void knowsWhatIsNoPlace(String name) {
        assertThat(gazetteer.named(name)).isEmpty();
    }

    @Test
    void knowsCountriesByCode() {
        assertThat(gazetteer.country("nl").map(Place::name)).contains("Netherlands");
        assertThat(gazetteer.country("NL").map(Place::type)).contains(Gazetteer.Type.COUNTRY);
        assertThat(gazetteer.country("ZZ")).isEmpty();
        assertThat(gazetteer.capitalOf("CN").map(Place::name)).contains("Beijing");
        assertThat(gazetteer.capitalOf("US").map(Place::id)).contains("geonames:4140963");
        assertThat(gazetteer.adjectiveOf("NL")).contains("Dutch");
        assertThat(gazetteer.demonym("Hungarian").map(Place::id)).contains("iso:HU");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Dutch minister spoke of two offices in Amsterdam and Rotterdam.|Dutch=NL Amsterdam=NL Rotterdam=NL",
                "Officials in Budapest, Hungary, said nothing to us.|Budapest=HU Hungary=HU",
                "The Venice, Florida, police had no comment.|Venice=US Florida=US",
                "An office in Venice and one in Prato, Italy.|Venice=IT Prato=IT Italy=IT",
                "He moved from Atlanta, Georgia, to Texas.|Atlanta=US Georgia=US Texas=US",
                "Protests in Tbilisi, Georgia, went on.|Tbilisi=GE Georgia=GE",
                "Christopher Wray and Mr. Paris met Kim Chen.|",
                "President Lincoln Chen spoke. Of late, Reading is Nice.|",
                "He lives in Nice, France.|Nice=FR France=FR",
                "Most of the Chinese-American community in New York City agreed.|Chinese=CN American=US New York City=US",
                "The U.S. told the UK and the EU; tell us more.|U.S.=US UK=GB EU=-",
                "In March, the Polish and Sino-French chambers met.|Polish=PL Sino=CN French=FR",
                "CHINA AND ITALY SIGNED|CHINA=CN ITALY=IT",
                "China’s embassy and Xi’an’s mayor|China=CN Xi’an=CN",
                "Latin American and South American states|Latin American=- South American=-",
                "Americans and Hungarians abroad|Americans=US Hungarians=HU",
                "福州市公安局在荷兰设立了两个站点|福州市=CN 荷兰=NL",
                "荷蘭人說今日本報|荷蘭=NL",
                "在阿姆斯特丹和鹿特丹的中国警察|阿姆斯特丹=NL 鹿特丹=NL 中国=CN",
                "the People's Republic of China and the Republic of China|People's Republic of China=CN Republic of China=TW",
                "Michael Jordan visited Jordan.|Jordan=JO",
            })
    void findsThePlacesOfAText(String text, String expected) {
        StringBuilder found = new StringBuilder();
        for (Mention mention : gazetteer.mentions(text)) {
            found.append(found.isEmpty() ? "" : " ")
                    .append(mention.span().of(text))
                    .append('=')
                    .append(mention.place().country().orElse("-"));
        }
        assertThat(found.toString()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void tellsNamesFromDemonyms() {
        List<Form> forms = gazetteer.mentions("Dutch and Netherlands, 荷兰人").stream()
                .map(Mention::form)
                .toList();
        assertThat(forms).containsExactly(Form.DEMONYM, Form.NAME, Form.DEMONYM);
    }

    @Property(tries = 300)
    void mentionsLieInTheTextInOrder(@ForAll @StringLength(max = 60) String noise) {
        String text = noise + " in Madrid " + noise + "在荷兰" + noise;
        int end = 0;
        for (Mention mention : gazetteer.mentions(text)) {
            assertThat(mention.span().begin()).isGreaterThanOrEqualTo(end);
            end = mention.span().end();
            assertThat(end).isLessThanOrEqualTo(text.length());
        }
    }

    @Test
    void aGreatCityComesBeforeTheProvinceOfItsName() {
        assertThat(gazetteer.mentions("She lives in New York.").get(0).place().type())
                .isEqualTo(Gazetteer.Type.CITY);
    }

    @Test
    void aPlaceWithoutCountryIsARegion() {
        assertThat(gazetteer.named("Africa").flatMap(Place::country)).isEqualTo(Optional.empty());
    }
}
