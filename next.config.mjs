/**
 * What a page may load: itself and nothing else. Scripts carry no nonce, because one would make every page dynamic; the
 * framework's own inline scripts therefore need 'unsafe-inline', while eval stays forbidden. Development needs eval for
 * React's error overlay.
 *
 * @param {boolean} development
 */
function contentSecurityPolicy(development) {
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy(process.env.NODE_ENV === 'development') },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  // Ignored over plain http, so it does not bind a local start.
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  agentRules: false,
  experimental: {
    agentUpgrade: false,
    // An import may have 2 MB; the form around it needs a little more.
    serverActions: { bodySizeLimit: '3mb' },
  },
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['mongodb', '@prisma/orm-mongo', 'inngest'],
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};
