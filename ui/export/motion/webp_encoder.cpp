#include "ui/export/motion/webp_encoder.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include "core/base/error.h"

namespace headlight {
namespace {

/// Of 0 to 9: pictures of flat areas gain nothing worth mentioning above it.
constexpr int kEffort = 3;

struct DeleteEncoder {
  void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
};
struct DeleteMux {
  void operator()(WebPMux* mux) const { WebPMuxDelete(mux); }
};
/// Bytes that libwebp allocated.
struct OwnedData : WebPData {
  OwnedData() { WebPDataInit(this); }
  ~OwnedData() { WebPDataClear(this); }
  OwnedData(const OwnedData&) = delete;
  OwnedData& operator=(const OwnedData&) = delete;
};

[[noreturn]] void fail(const std::string& why) { throw Error("animation: WebP cannot be written: " + why); }

class WebpEncoder final : public FrameEncoder {
 public:
  WebpEncoder(QSize size, QByteArray xmp) : m_xmp(std::move(xmp)) {
    if (size.width() > WEBP_MAX_DIMENSION || size.height() > WEBP_MAX_DIMENSION)
      throw Error("animation: expected at most " + std::to_string(WEBP_MAX_DIMENSION) +
                  " pixels a side in a WebP, found " + std::to_string(size.width()) + " x " +
                  std::to_string(size.height()));
    WebPAnimEncoderOptions options;
    if (!WebPAnimEncoderOptionsInit(&options)) fail("libwebp has another version");
    options.anim_params.loop_count = 0;  // Without end.
    m_encoder.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
    if (!m_encoder) fail("not enough memory");
    if (!WebPConfigInit(&m_config) || !WebPConfigLosslessPreset(&m_config, kEffort))
      fail("libwebp has another version");
  }

  void add(const QImage& picture, int milliseconds) override {
    const QImage image = picture.convertToFormat(QImage::Format_RGBA8888);
    WebPPicture frame;
    if (!WebPPictureInit(&frame)) fail("libwebp has another version");
    frame.use_argb = 1;
    frame.width = image.width();
    frame.height = image.height();
    const bool added = WebPPictureImportRGBA(&frame, image.constBits(), static_cast<int>(image.bytesPerLine())) &&
                       WebPAnimEncoderAdd(m_encoder.get(), &frame, m_at, &m_config);
    WebPPictureFree(&frame);
    if (!added) fail(WebPAnimEncoderGetError(m_encoder.get()));
    m_at += milliseconds;
  }

  QByteArray finish() override {
    OwnedData frames, whole;
    if (!WebPAnimEncoderAdd(m_encoder.get(), nullptr, m_at, nullptr) ||
        !WebPAnimEncoderAssemble(m_encoder.get(), &frames))
      fail(WebPAnimEncoderGetError(m_encoder.get()));
    const std::unique_ptr<WebPMux, DeleteMux> mux(WebPMuxCreate(&frames, 0));
    const WebPData xmp{reinterpret_cast<const uint8_t*>(m_xmp.constData()), static_cast<std::size_t>(m_xmp.size())};
    if (!mux || WebPMuxSetChunk(mux.get(), "XMP ", &xmp, 0) != WEBP_MUX_OK ||
        WebPMuxAssemble(mux.get(), &whole) != WEBP_MUX_OK)
      fail("its parts cannot be put together");
    return {reinterpret_cast<const char*>(whole.bytes), static_cast<qsizetype>(whole.size)};
  }

 private:
  QByteArray m_xmp;
  std::unique_ptr<WebPAnimEncoder, DeleteEncoder> m_encoder;
  WebPConfig m_config;
  int m_at = 0;  ///< When the next frame begins, in milliseconds.
};

}  // namespace

std::unique_ptr<FrameEncoder> webpEncoder(QSize size, const QByteArray& xmp) {
  return std::make_unique<WebpEncoder>(size, xmp);
}

}  // namespace headlight
