#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/reading/reader.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"
#include "ui/figures/image_overlay/image_overlay_figure.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

/// A model of language and vision whose weights are made here: the one head of its language part looks at what is red.
/// The tower gives each patch its own mean colour, everything else is passed on.
class RedSeer {
 public:
  /// `kind` is llava, llava_next or qwen2_vl, `processor` the settings of its processor.
  RedSeer(const fs::path& folder, const std::string& kind, const std::string& processor) : m_folder(folder) {
    if (kind == "qwen2_vl")
      makeQwen();
    else
      makeLlava(kind);
    write("preprocessor_config.json", processor);
    headlight::testing::writeSafetensors((folder / "model.safetensors").string(), m_tensors);
  }

 private:
  void makeLlava(const std::string& kind) {
    const bool tiles = kind == "llava_next";
    write("config.json", R"({"model_type":")" + kind + R"(","image_token_index":9,"vision_feature_layer":-1,)" +
                             (tiles ? R"("image_grid_pinpoints":[[16,32],[32,16],[32,32]],)" : std::string()) +
                             R"("text_config":{"model_type":"llama",)" + kText +
                             R"(},"vision_config":{"model_type":"clip_vision_model","hidden_size":8,)"
                             R"("intermediate_size":4,"num_attention_heads":1,"num_hidden_layers":1,"image_size":16,)"
                             R"("patch_size":4,"projection_dim":8}})");
    language("language_model.model.", "language_model.lm_head.weight");
    projector();
    tower();
    if (tiles) add("image_newline", {8}, {0, 0, 0, 0, 0, 0, 0, 1});
  }
  void makeQwen() {
    write("config.json", R"({"model_type":"qwen2_vl","image_token_id":9,)" + kText +
                             R"(,"rope_scaling":{"type":"mrope","mrope_section":[1,1,2]},)"
                             R"("vision_config":{"depth":1,"embed_dim":8,"hidden_size":8,"mlp_ratio":1,"num_heads":1,)"
                             R"("patch_size":4,"spatial_merge_size":2,"temporal_patch_size":2}})");
    language("model.", "lm_head.weight");
    for (const char* part : {"q_proj", "k_proj", "v_proj"})
      add("model.layers.0.self_attn." + std::string(part) + ".bias", {8});
    mergingTower();
  }

  /// What config.json says of the language part.
  inline static const std::string kText =
      R"("hidden_size":8,"intermediate_size":4,"num_attention_heads":1,"num_key_value_heads":1,"num_hidden_layers":1,)"
      R"("vocab_size":10,"rope_theta":1e12,"rms_norm_eps":1e-6,"max_position_embeddings":512)";

  void write(const char* name, const std::string& text) { std::ofstream(m_folder / name) << text; }
  void add(std::string name, std::vector<long> shape, std::vector<float> values = {}) {
    long count = 1;
    for (const long axis : shape) count *= axis;
    values.resize(static_cast<std::size_t>(count));
    m_tensors.push_back({std::move(name), std::move(shape), std::move(values)});
  }
  static std::vector<float> ones(std::size_t count) { return std::vector<float>(count, 1.0F); }
  /// [8, 8] with `value` from input `from` to output `to`.
  static std::vector<float> one(std::size_t to, std::size_t from, float value) {
    std::vector<float> out(64);
    out[to * 8 + from] = value;
    return out;
  }

  void language(const std::string& at, const std::string& head) {
    const std::string layer = at + "layers.0.";
    // Words are all in dimension 6, which a query asks with; redness is in dimension 0.
    std::vector<float> words(80);
    for (std::size_t i = 0; i < 10; ++i) words[i * 8 + 6] = 1;
    add(at + "embed_tokens.weight", {10, 8}, words);
    add(head, {10, 8});
    add(at + "norm.weight", {8}, ones(8));
    add(layer + "input_layernorm.weight", {8}, ones(8));
    add(layer + "post_attention_layernorm.weight", {8}, ones(8));
    // The last pair of a head (3 and 7) turns by 1e-9 a position: not at all.
    add(layer + "self_attn.q_proj.weight", {8, 8}, one(3, 6, 12));
    add(layer + "self_attn.k_proj.weight", {8, 8}, one(3, 0, 12));
    add(layer + "self_attn.v_proj.weight", {8, 8}, one(0, 0, 1));
    add(layer + "self_attn.o_proj.weight", {8, 8}, one(0, 0, 1));
    add(layer + "mlp.gate_proj.weight", {4, 8});
    add(layer + "mlp.up_proj.weight", {4, 8});
    add(layer + "mlp.down_proj.weight", {8, 4});
  }

  void projector() {
    // A patch that is all red comes to 4, one that is half so to nothing.
    add("multi_modal_projector.linear_1.weight", {8, 8}, one(0, 0, 20));
    add("multi_modal_projector.linear_1.bias", {8}, {-14, 0, 0, 0, 0, 0, 0, 0});
    add("multi_modal_projector.linear_2.weight", {8, 8}, one(0, 0, 1));
    add("multi_modal_projector.linear_2.bias", {8}, {0, 0, 0, 0, 0, 0, 0, 5});
  }

  void tower() {
    const std::string at = "vision_tower.vision_model.", layer = at + "encoder.layers.0.";
    // Dimension 0 is red less green, dimension 1 its opposite, so that the mean stays 0. 2 and 3 are the same for all,
    // and so large that the norm leaves 0 nearly as it is: 0.9 of a red patch, 0.5 where half of it is red.
    std::vector<float> patches(8 * 3 * 16);
    for (std::size_t i = 0; i < 16; ++i) {
      patches[i] = patches[48 + 16 + i] = 1.0F / 16;
      patches[16 + i] = patches[48 + i] = -1.0F / 16;
    }
    add(at + "embeddings.patch_embedding.weight", {8, 3, 4, 4}, patches);
    add(at + "embeddings.class_embedding", {8});
    std::vector<float> positions(17 * 8);
    for (std::size_t i = 0; i < 17; ++i) {
      positions[i * 8 + 2] = 4;
      positions[i * 8 + 3] = -4;
    }
    add(at + "embeddings.position_embedding.weight", {17, 8}, positions);
    for (const char* norm : {"pre_layrnorm", "post_layernorm"}) {
      add(at + norm + ".weight", {8}, ones(8));
      add(at + norm + ".bias", {8});
    }
    for (const char* norm : {"layer_norm1", "layer_norm2"}) {
      add(layer + norm + ".weight", {8}, ones(8));
      add(layer + norm + ".bias", {8});
    }
    for (const char* part : {"q_proj", "k_proj", "v_proj", "out_proj"}) {
      add(layer + "self_attn." + part + ".weight", {8, 8});
      add(layer + "self_attn." + part + ".bias", {8});
    }
    add(layer + "mlp.fc1.weight", {4, 8});
    add(layer + "mlp.fc1.bias", {4});
    add(layer + "mlp.fc2.weight", {8, 4});
    add(layer + "mlp.fc2.bias", {8});
  }

  /// The tower of patches in blocks of 2 x 2, which are a token each: the same, with the two frames of a patch half
  /// each.
  void mergingTower() {
    const std::string layer = "visual.blocks.0.";
    std::vector<float> patches(8 * 3 * 32);
    for (std::size_t i = 0; i < 32; ++i) {
      patches[i] = patches[96 + 32 + i] = 1.0F / 32;
      patches[32 + i] = patches[96 + i] = -1.0F / 32;
    }
    add("visual.patch_embed.proj.weight", {8, 3, 2, 4, 4}, patches);
    add(layer + "attn.qkv.weight", {24, 8});
    add(layer + "attn.qkv.bias", {24});
    add(layer + "attn.proj.weight", {8, 8});
    add(layer + "attn.proj.bias", {8}, {0, 0, 4, -4, 0, 0, 0, 0});
    add(layer + "mlp.fc1.weight", {8, 8});
    add(layer + "mlp.fc1.bias", {8});
    add(layer + "mlp.fc2.weight", {8, 8});
    add(layer + "mlp.fc2.bias", {8});
    for (const std::string& norm : {layer + "norm1", layer + "norm2", std::string("visual.merger.ln_q")}) {
      add(norm + ".weight", {8}, ones(8));
      add(norm + ".bias", {8});
    }
    // A block of four red patches comes to 4, one with three of them to nothing.
    std::vector<float> blocks(32 * 32), first(32), passed(8 * 32);
    for (const std::size_t patch : {0, 8, 16, 24}) blocks[patch] = 5;
    first[0] = -14;
    passed[0] = 1;
    add("visual.merger.mlp.0.weight", {32, 32}, blocks);
    add("visual.merger.mlp.0.bias", {32}, first);
    add("visual.merger.mlp.2.weight", {8, 32}, passed);
    add("visual.merger.mlp.2.bias", {8}, {0, 0, 0, 0, 0, 0, 0, 5});
  }

  fs::path m_folder;
  std::vector<headlight::testing::TestTensor> m_tensors;
};

const char* const kSettings =
    R"("do_resize":true,"do_rescale":true,"rescale_factor":0.00392156862745098,"do_normalize":true,"resample":2,)"
    R"("image_mean":[0.5,0.5,0.5],"image_std":[0.5,0.5,0.5],"do_convert_rgb":true,)";

/// A grey picture with a red rectangle.
RgbImage pictureWith(Index width, Index height, QRect red) {
  RgbImage image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 3), 128)};
  for (int y = red.top(); y <= red.bottom(); ++y)
    for (int x = red.left(); x <= red.right(); ++x) {
      const auto at = static_cast<std::size_t>((y * width + x) * 3);
      image.bytes[at] = 255;
      image.bytes[at + 1] = image.bytes[at + 2] = 0;
    }
  return image;
}

bool isNear(const QRectF& a, const QRectF& b, double slack) {
  return std::abs(a.left() - b.left()) < slack && std::abs(a.right() - b.right()) < slack &&
         std::abs(a.top() - b.top()) < slack && std::abs(a.bottom() - b.bottom()) < slack;
}

}  // namespace

/// A head that is made to look at one known patch lights that patch of the picture and no other, whatever was done to
/// the picture before it was read.
class TestPlantedPlaces : public QObject {
  Q_OBJECT
 private slots:
  void theBoxIsTheRedOne_data();
  void theBoxIsTheRedOne();
};

void TestPlantedPlaces::theBoxIsTheRedOne_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("processor");
  QTest::addColumn<QSize>("size");
  QTest::addColumn<QRect>("red");
  QTest::addColumn<bool>("tiles");
  const QString settings = QString::fromLatin1(kSettings);
  // 48 x 32 becomes 24 x 16, of which the middle 16 x 16 stay: a patch is 8 pixels of the picture, the first from x
  // = 8.
  QTest::newRow("crop") << "llava"
                        << QStringLiteral(R"({"image_processor_type":"CLIPImageProcessor",%1"do_center_crop":true,)"
                                          R"("size":{"shortest_edge":16},"crop_size":{"height":16,"width":16}})")
                               .arg(settings)
                        << QSize(48, 32) << QRect(24, 8, 8, 8) << false;
  // Made square, 48 x 48 with 8 rows of padding above and below: a patch is 12 pixels, the second row from y = 4.
  QTest::newRow("padding") << "llava"
                           << QStringLiteral(R"({"image_processor_type":"LlavaImageProcessor",%1"do_pad":true,)"
                                             R"("do_center_crop":true,"size":{"shortest_edge":16},)"
                                             R"("crop_size":{"height":16,"width":16}})")
                                  .arg(settings)
                           << QSize(48, 32) << QRect(24, 4, 12, 12) << false;
  // Tiles of 16 x 32 pixels together: 64 x 32 at half its size, a patch is 8 pixels; this one is in the second tile.
  const QString next = QStringLiteral(R"({"image_processor_type":"LlavaNextImageProcessor",%1"do_pad":true,)"
                                      R"("do_center_crop":true,"size":{"shortest_edge":16},)"
                                      R"("crop_size":{"height":16,"width":16},)"
                                      R"("image_grid_pinpoints":[[16,32],[32,16],[32,32]]})")
                           .arg(settings);
  QTest::newRow("tiles") << "llava_next" << next << QSize(64, 32) << QRect(48, 8, 8, 8) << true;
  // 16 x 64 at half its size on two tiles one above the other, with a patch of padding on each side.
  QTest::newRow("tiles with padding") << "llava_next" << next << QSize(16, 64) << QRect(8, 40, 8, 8) << true;
  // 96 x 64 at half its size, in blocks of 2 x 2 patches that come block by block: a token is 16 pixels of the picture.
  QTest::newRow("blocks") << "qwen2_vl"
                          << QStringLiteral(R"({"image_processor_type":"Qwen2VLImageProcessor",%1"patch_size":4,)"
                                            R"("temporal_patch_size":2,"merge_size":2,"min_pixels":64,)"
                                            R"("max_pixels":1536})")
                                 .arg(settings)
                          << QSize(96, 64) << QRect(64, 16, 16, 16) << false;
  // 48 x 90 is brought to sides of whole tokens, 24 x 40, a little narrower than it was: a token is a third of the
  // width and a fifth of the height.
  QTest::newRow("blocks of a stretched picture")
      << "qwen2_vl"
      << QStringLiteral(R"({"image_processor_type":"Qwen2VLImageProcessor",%1"patch_size":4,"temporal_patch_size":2,)"
                        R"("merge_size":2,"min_pixels":64,"max_pixels":1100})")
             .arg(settings)
      << QSize(48, 90) << QRect(16, 54, 16, 18) << false;
}

void TestPlantedPlaces::theBoxIsTheRedOne() {
  QFETCH(QString, kind);
  QFETCH(QString, processor);
  QFETCH(QSize, size);
  QFETCH(QRect, red);
  QFETCH(bool, tiles);
  const QTemporaryDir folder;
  const RedSeer made(folder.path().toStdString(), kind.toStdString(), processor.toStdString());
  const Source source = openModelSource(folder.path().toStdString());
  Input input{idsInput(std::vector<std::int64_t>{1, 9, 2, 3})};
  auto image = std::make_shared<const RgbImage>(pictureWith(size.width(), size.height(), red));
  input.pictures = {{"planted.png", image}};
  const Reading reading = read(source, input);
  QVERIFY(reading.media && reading.media->pictures.size() == 1);

  // The strongest token of a picture, or of its tiles, has just that place.
  const std::vector<Token>& tokens = reading.maps->keyTokens();
  const Index last = reading.maps->queries() - 1;
  const Matrix row = reading.maps->weights({0, 0}, {last, 0, 1, reading.maps->keys()});
  const QRectF wanted(static_cast<double>(red.left()) / size.width(), static_cast<double>(red.top()) / size.height(),
                      static_cast<double>(red.width()) / size.width(),
                      static_cast<double>(red.height()) / size.height());
  Index strongest = -1;
  for (Index i = 0; i < row.cols(); ++i) {
    const ImagePlace* place = tokens[static_cast<std::size_t>(i)].imagePlace();
    if (!place || place->row < 0 || (place->tile != 0) != tiles) continue;
    if (strongest < 0 || row(0, i) > row(0, strongest)) strongest = i;
  }
  QVERIFY(strongest >= 0);
  const PictureBox& box = tokens[static_cast<std::size_t>(strongest)].imagePlace()->box;
  const QRectF found(QPointF(static_cast<double>(box[0]), static_cast<double>(box[1])),
                     QPointF(static_cast<double>(box[2]), static_cast<double>(box[3])));
  QVERIFY2(
      isNear(found, wanted, 1e-5),
      qPrintable(
          QStringLiteral("%1 %2 %3 %4").arg(found.left()).arg(found.top()).arg(found.right()).arg(found.bottom())));
  // No other patch of the same plane has as much as a tenth of it.
  for (Index i = 0; i < row.cols(); ++i) {
    const ImagePlace* place = tokens[static_cast<std::size_t>(i)].imagePlace();
    if (i != strongest && place && (place->tile != 0) == tiles) QVERIFY(row(0, i) < 0.1F * row(0, strongest));
  }

  // And in the picture: the spot of that weight is where the rectangle is painted.
  ImageOverlayFigure figure;
  AttentionContext context = contextOf(*reading.trace, {});
  context.media = reading.media;
  figure.setMaps(reading.maps, context);
  const QSizeF page(900, 700);
  const ImageOverlayLayout layout = figure.layout(page);
  QCOMPARE(layout.tiles.size(), tiles ? std::size_t(2) : std::size_t(1));
  const ImageOverlayLayout::Tile& tile = layout.tiles.back();
  QRectF onPage = tile.rectOf(wanted);
  bool seen = false;
  for (const FigureSpot& spot : figure.spots(page)) {
    if (spot.key != strongest) continue;
    seen = true;
    QVERIFY(isNear(spot.rect, onPage, 0.01));
    QCOMPARE(spot.query, last);
  }
  QVERIFY(seen);
  // Its shape is that of the pixels: what is square in the picture is square on the page.
  const double wide = onPage.width() / onPage.height();
  QVERIFY(std::abs(wide - static_cast<double>(red.width()) / red.height()) < 1e-6);
  const MediaShares& shares = figure.data().shares.front();
  QVERIFY(std::abs(shares.media + shares.beside + shares.sinks - 1) < 1e-5);
}

HEADLIGHT_TEST(TestPlantedPlaces)
#include "test_planted_places.moc"
